CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`dedup_key` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`useless_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lost` integer DEFAULT 0 NOT NULL,
	`under_way` integer DEFAULT false NOT NULL,
	`ended_at` integer,
	`failure` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedup` ON `outbox` (`dedup_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`ended_at`,`due_at`,`id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`subject` text NOT NULL,
	`target` text NOT NULL,
	`stand` text,
	`check_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_once` ON `follows` (`person_id`,`subject`,`target`);--> statement-breakpoint
CREATE INDEX `follows_target` ON `follows` (`subject`,`target`,`id`);--> statement-breakpoint
CREATE INDEX `follows_person` ON `follows` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `follows_check` ON `follows` (`check_at`,`id`);--> statement-breakpoint
CREATE TABLE `mail_wishes` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`how` text NOT NULL,
	`lang` text NOT NULL,
	`digest_at` integer,
	`digest_until` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mail_wishes_digest` ON `mail_wishes` (`digest_at`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`webhook_id` integer NOT NULL,
	`ref` text NOT NULL,
	`event` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`status` integer,
	`failure` text,
	`delivered_at` integer,
	`last_at` integer,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_ref` ON `webhook_deliveries` (`ref`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_webhook` ON `webhook_deliveries` (`webhook_id`,`id`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`lang` text NOT NULL,
	`created_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`paused_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `webhooks_person` ON `webhooks` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_case` ON `notifications` (`person_id`,`case_id`,`id`);