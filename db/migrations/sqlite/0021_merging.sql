CREATE TABLE `case_merge_items` (
	`merge_id` integer NOT NULL,
	`kind` text NOT NULL,
	`item_id` integer NOT NULL,
	PRIMARY KEY(`merge_id`, `kind`, `item_id`),
	FOREIGN KEY (`merge_id`) REFERENCES `case_merges`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `case_merges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`into_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	`undone_by_id` integer,
	`undone_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`into_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_merges_case` ON `case_merges` (`case_id`,`undone_at`);--> statement-breakpoint
CREATE INDEX `case_merges_into` ON `case_merges` (`into_id`,`undone_at`);--> statement-breakpoint
CREATE INDEX `case_merges_by` ON `case_merges` (`by_id`);--> statement-breakpoint
CREATE INDEX `case_merges_undone_by` ON `case_merges` (`undone_by_id`);