CREATE TABLE `bulk_acts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`deed` text NOT NULL,
	`reason` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	`undone_by_id` integer,
	`undone_reason` text,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_acts_batch` ON `bulk_acts` (`kind`,`key`,`id`);--> statement-breakpoint
CREATE TABLE `bulk_items` (
	`act_id` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`undone_at` integer,
	PRIMARY KEY(`act_id`, `subject`, `subject_id`),
	FOREIGN KEY (`act_id`) REFERENCES `bulk_acts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `bulk_items_subject` ON `bulk_items` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `origin_salts` (
	`day` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `origins` (
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`day` integer NOT NULL,
	`address` text NOT NULL,
	`block` text NOT NULL,
	PRIMARY KEY(`subject`, `subject_id`)
);
--> statement-breakpoint
CREATE INDEX `origins_address` ON `origins` (`subject`,`day`,`address`);--> statement-breakpoint
CREATE INDEX `origins_block` ON `origins` (`subject`,`day`,`block`);--> statement-breakpoint
CREATE TABLE `suspicions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`process` text NOT NULL,
	`stage` text NOT NULL,
	`cases` integer NOT NULL,
	`accounts` integer NOT NULL,
	`shown` text NOT NULL,
	`without` text NOT NULL,
	`found_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by_id` integer,
	`verdict` text,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suspicions_batch` ON `suspicions` (`kind`,`key`,`process`,`stage`);--> statement-breakpoint
CREATE INDEX `suspicions_open` ON `suspicions` (`closed_at`,`id`);--> statement-breakpoint
CREATE TABLE `appeals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`decided_at` integer,
	`decided_by_id` integer,
	`verdict` text,
	`answer` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_subject` ON `appeals` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `appeals_person` ON `appeals` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `appeals_open` ON `appeals` (`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `appeals_decided_by` ON `appeals` (`decided_by_id`);--> statement-breakpoint
ALTER TABLE `suspensions` ADD `kind` text DEFAULT 'suspension' NOT NULL;--> statement-breakpoint
CREATE INDEX `people_created` ON `people` (`created_at`);