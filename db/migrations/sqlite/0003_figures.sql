CREATE TABLE `rule_revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule_id` integer NOT NULL,
	`version` integer NOT NULL,
	`by_id` integer,
	`because` text NOT NULL,
	`rule` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`rule_id`) REFERENCES `rule_changes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_revisions_version` ON `rule_revisions` (`rule_id`,`version`);--> statement-breakpoint
CREATE TABLE `forecasts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer,
	`stage` text NOT NULL,
	`order_no` integer NOT NULL,
	`round` integer NOT NULL,
	`scale` text NOT NULL,
	`method` text NOT NULL,
	`filter` text NOT NULL,
	`waited` integer NOT NULL,
	`n` integer NOT NULL,
	`p10` integer,
	`p50` integer,
	`p75` integer,
	`p90` integer,
	`chances` text NOT NULL,
	`made_at` integer NOT NULL,
	`came_after` integer,
	`cause` integer,
	`scored_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `forecasts_open` ON `forecasts` (`scored_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `forecasts_case` ON `forecasts` (`case_id`,`stage`,`order_no`,`round`,`made_at`);--> statement-breakpoint
CREATE TABLE `kept_figures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ref` text NOT NULL,
	`kind` text NOT NULL,
	`question` text NOT NULL,
	`method` text NOT NULL,
	`data_hash` text NOT NULL,
	`answer` text NOT NULL,
	`rows` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_figures_ref` ON `kept_figures` (`ref`);--> statement-breakpoint
ALTER TABLE `rule_changes` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `rule_changes` ADD `withdrawn_at` integer;