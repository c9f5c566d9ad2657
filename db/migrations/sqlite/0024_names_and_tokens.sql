CREATE TABLE `name_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`name_skeleton` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `name_changes_person` ON `name_changes` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `name_changes_key` ON `name_changes` (`name_key`);--> statement-breakpoint
CREATE INDEX `name_changes_skeleton` ON `name_changes` (`name_skeleton`);--> statement-breakpoint
ALTER TABLE `api_tokens` ADD `two_steps` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `open_sign_ins` ADD `password_hash` text;