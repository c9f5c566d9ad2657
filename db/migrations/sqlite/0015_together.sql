CREATE TABLE `me_toos` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`of_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`of_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `me_toos_of` ON `me_toos` (`of_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`subject`, `subject_id`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mentions_person` ON `mentions` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `silences` (
	`person_id` integer NOT NULL,
	`silenced_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `silenced_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`silenced_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `silences_silenced` ON `silences` (`silenced_id`);--> statement-breakpoint
CREATE TABLE `check_in_links` (
	`token_hash` text NOT NULL,
	`case_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `check_in_links_token` ON `check_in_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `check_in_links_case` ON `check_in_links` (`case_id`);--> statement-breakpoint
CREATE INDEX `check_in_links_person` ON `check_in_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `check_in_links_expires` ON `check_in_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `check_in_rests` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `check_ins` (
	`case_id` integer PRIMARY KEY NOT NULL,
	`times` integer DEFAULT 0 NOT NULL,
	`asked_at` integer,
	`off` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
