PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_check_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`case_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_check_in_links`("token_hash", "case_id", "person_id", "expires_at", "used_at") SELECT "token_hash", "case_id", "person_id", "expires_at", "used_at" FROM `check_in_links`;--> statement-breakpoint
DROP TABLE `check_in_links`;--> statement-breakpoint
ALTER TABLE `__new_check_in_links` RENAME TO `check_in_links`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `check_in_links_case` ON `check_in_links` (`case_id`);--> statement-breakpoint
CREATE INDEX `check_in_links_person` ON `check_in_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `check_in_links_expires` ON `check_in_links` (`expires_at`);