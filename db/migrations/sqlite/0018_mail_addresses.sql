CREATE TABLE `mail_addresses` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_addresses_key` ON `mail_addresses` (`address_key`);--> statement-breakpoint
CREATE TABLE `mail_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`use` text NOT NULL,
	`person_id` integer,
	`browser` text NOT NULL,
	`address` text NOT NULL,
	`wanted` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mail_links_person` ON `mail_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `mail_links_end` ON `mail_links` (`expires_at`);