CREATE TABLE `cell_counts` (
	`cell` text NOT NULL,
	`place` text NOT NULL,
	`month` integer NOT NULL,
	`at` integer NOT NULL,
	`cause` integer NOT NULL,
	`flags` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`cell`, `place`, `month`, `at`, `cause`, `flags`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `cell_people` (
	`cell` text NOT NULL,
	`minute_month` integer NOT NULL,
	`day_month` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`cell`, `minute_month`, `day_month`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `spells` ADD `counts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_figures_subject` ON `cases` (`in_figures`,`process`,`subject`,`category`);--> statement-breakpoint
CREATE INDEX `cases_figures_category` ON `cases` (`in_figures`,`process`,`category`);--> statement-breakpoint
CREATE INDEX `cases_account` ON `cases` (`account`,`id`);