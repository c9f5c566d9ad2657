CREATE TABLE `flags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`reason` text NOT NULL,
	`words` text,
	`level` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `queue_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flags_once` ON `flags` (`person_id`,`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `flags_item` ON `flags` (`item_id`,`id`);--> statement-breakpoint
CREATE TABLE `queue_items` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`mark` text DEFAULT '' NOT NULL,
	`case_id` integer,
	`person_id` integer,
	`details` text NOT NULL,
	`rank` integer DEFAULT 1 NOT NULL,
	`hold` text,
	`at` integer NOT NULL,
	`claimed_by_id` integer,
	`claimed_until` integer,
	`decided_at` integer,
	`decided_by_id` integer,
	`decision` text,
	`reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queue_items_open_once` ON `queue_items` (`kind`,`subject`,`subject_id`,`mark`) WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX `queue_items_open` ON `queue_items` (`rank`,`id`) WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX `queue_items_open_kind` ON `queue_items` (`kind`,`rank`,`id`) WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX `queue_items_subject` ON `queue_items` (`subject`,`subject_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `queue_items_person` ON `queue_items` (`person_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `queue_items_claimed_by` ON `queue_items` (`claimed_by_id`,`claimed_until`);--> statement-breakpoint
CREATE INDEX `queue_items_decided_by` ON `queue_items` (`decided_by_id`);--> statement-breakpoint
CREATE TABLE `text_prints` (
	`print` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	PRIMARY KEY(`print`, `subject`, `subject_id`)
);
--> statement-breakpoint
CREATE INDEX `text_prints_subject` ON `text_prints` (`subject`,`subject_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `published` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `replies` ADD `published` integer DEFAULT true NOT NULL;