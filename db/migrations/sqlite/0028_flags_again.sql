DROP INDEX `flags_once`;--> statement-breakpoint
CREATE UNIQUE INDEX `flags_once` ON `flags` (`person_id`,`subject`,`subject_id`,`item_id`);