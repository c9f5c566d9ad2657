CREATE TABLE `word_rule_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`rule` text NOT NULL,
	`because` text NOT NULL,
	`stamp` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`rule_id`) REFERENCES `word_rules`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `word_rule_changes_rule` ON `word_rule_changes` (`rule_id`,`id`);--> statement-breakpoint
CREATE INDEX `word_rule_changes_by` ON `word_rule_changes` (`by_id`);--> statement-breakpoint
CREATE TABLE `word_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`reading` text NOT NULL,
	`action` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`enabled` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `word_rules_reading` ON `word_rules` (`kind`,`reading`);--> statement-breakpoint
CREATE INDEX `word_rules_enabled` ON `word_rules` (`enabled`,`id`);