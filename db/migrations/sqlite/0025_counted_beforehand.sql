CREATE TABLE `counted_figures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	`change_id` integer NOT NULL,
	`took` integer NOT NULL,
	`asked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `counted_figures_question` ON `counted_figures` (`kind`,`question`);--> statement-breakpoint
CREATE INDEX `counted_figures_asked` ON `counted_figures` (`asked_at`);