CREATE TABLE `departed_names` (
	`reading` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `departed_names_until` ON `departed_names` (`until`);--> statement-breakpoint
ALTER TABLE `people` ADD `left_at` integer;