CREATE TABLE `branch_moves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reply_id` integer NOT NULL,
	`from_case_id` integer NOT NULL,
	`to_case_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `branch_moves_reply` ON `branch_moves` (`reply_id`,`id`);--> statement-breakpoint
CREATE INDEX `branch_moves_from` ON `branch_moves` (`from_case_id`);--> statement-breakpoint
CREATE INDEX `branch_moves_to` ON `branch_moves` (`to_case_id`);--> statement-breakpoint
CREATE INDEX `branch_moves_by` ON `branch_moves` (`by_id`);--> statement-breakpoint
CREATE TABLE `case_locks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by_id` integer,
	`lifted_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_locks_case` ON `case_locks` (`case_id`,`lifted_at`);--> statement-breakpoint
CREATE INDEX `case_locks_by` ON `case_locks` (`by_id`);--> statement-breakpoint
CREATE INDEX `case_locks_lifted_by` ON `case_locks` (`lifted_by_id`);--> statement-breakpoint
ALTER TABLE `replies` ADD `moved_id` integer;