CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`case_id` integer,
	`reply_id` integer,
	`actor_id` integer,
	`details` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`name_skeleton` text NOT NULL,
	`password_hash` text,
	`role` text DEFAULT 'member' NOT NULL,
	`pseudonym` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_name_key` ON `people` (`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_name_skeleton` ON `people` (`name_skeleton`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_pseudonym` ON `people` (`pseudonym`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `suspensions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`ends_at` integer,
	`lifted_at` integer,
	`lifted_by_id` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suspensions_person` ON `suspensions` (`person_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `case_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`order_no` integer NOT NULL,
	`round` integer NOT NULL,
	`earliest_minute` integer,
	`latest_minute` integer,
	`least_wait` integer,
	`most_wait` integer,
	`codes` text NOT NULL,
	`note` text,
	`source` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_events_position` ON `case_events` (`case_id`,`position`);--> statement-breakpoint
CREATE TABLE `case_revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`version` integer NOT NULL,
	`by_id` integer,
	`act` text NOT NULL,
	`changes` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_revisions_version` ON `case_revisions` (`case_id`,`version`);--> statement-breakpoint
CREATE TABLE `case_traits` (
	`case_id` integer NOT NULL,
	`trait` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`case_id`, `trait`, `value`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_traits_value` ON `case_traits` (`trait`,`value`,`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ref` text NOT NULL,
	`author_id` integer,
	`account` text NOT NULL,
	`state` text DEFAULT 'live' NOT NULL,
	`source` text NOT NULL,
	`motive` text,
	`evidence_tier` integer DEFAULT 0 NOT NULL,
	`retrospective` integer NOT NULL,
	`facts` text NOT NULL,
	`process` text NOT NULL,
	`subject` text NOT NULL,
	`category` text NOT NULL,
	`outcome` text NOT NULL,
	`month` text,
	`title` text,
	`words` text DEFAULT '' NOT NULL,
	`html` text DEFAULT '' NOT NULL,
	`render_version` integer DEFAULT 0 NOT NULL,
	`in_figures` integer NOT NULL,
	`last_confirmed_minute` integer,
	`agree_count` integer DEFAULT 0 NOT NULL,
	`favourite_count` integer DEFAULT 0 NOT NULL,
	`discussion_count` integer DEFAULT 0 NOT NULL,
	`reply_count` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`active_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_ref` ON `cases` (`ref`);--> statement-breakpoint
CREATE INDEX `cases_newest` ON `cases` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `cases_active` ON `cases` (`state`,`active_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_agreed` ON `cases` (`state`,`agree_count`,`id`);--> statement-breakpoint
CREATE INDEX `cases_process` ON `cases` (`state`,`process`,`id`);--> statement-breakpoint
CREATE INDEX `cases_subject` ON `cases` (`state`,`subject`,`id`);--> statement-breakpoint
CREATE INDEX `cases_category` ON `cases` (`state`,`category`,`id`);--> statement-breakpoint
CREATE INDEX `cases_outcome` ON `cases` (`state`,`outcome`,`id`);--> statement-breakpoint
CREATE INDEX `cases_month` ON `cases` (`state`,`month`,`id`);--> statement-breakpoint
CREATE INDEX `cases_author` ON `cases` (`author_id`,`id`);--> statement-breakpoint
CREATE INDEX `cases_figures` ON `cases` (`in_figures`,`process`,`source`);--> statement-breakpoint
CREATE TABLE `rule_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ref` text NOT NULL,
	`date` text NOT NULL,
	`precision` text NOT NULL,
	`processes` text NOT NULL,
	`subject` text NOT NULL,
	`statement_zh` text NOT NULL,
	`statement_en` text,
	`basis` text NOT NULL,
	`confidence` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_changes_ref` ON `rule_changes` (`ref`);--> statement-breakpoint
CREATE INDEX `rule_changes_date` ON `rule_changes` (`date`,`id`);--> statement-breakpoint
CREATE TABLE `spells` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`stage` text NOT NULL,
	`ending` text,
	`order_no` integer NOT NULL,
	`round` integer NOT NULL,
	`cause` integer NOT NULL,
	`start_earliest` integer,
	`start_latest` integer,
	`exit_earliest` integer,
	`exit_latest` integer,
	`least_wait` integer,
	`most_wait` integer,
	`days` integer,
	`start_month` text,
	`flags` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `spells_case` ON `spells` (`case_id`);--> statement-breakpoint
CREATE INDEX `spells_stage` ON `spells` (`stage`,`case_id`);--> statement-breakpoint
CREATE TABLE `favourites` (
	`person_id` integer NOT NULL,
	`case_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `case_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `favourites_case` ON `favourites` (`case_id`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`parent_id` integer,
	`root_id` integer,
	`reply_to_id` integer,
	`depth` integer NOT NULL,
	`path` blob NOT NULL,
	`author_id` integer,
	`words` text NOT NULL,
	`html` text NOT NULL,
	`render_version` integer NOT NULL,
	`device` text,
	`agree_count` integer DEFAULT 0 NOT NULL,
	`answer_count` integer DEFAULT 0 NOT NULL,
	`hidden` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_path` ON `replies` (`case_id`,`path`);--> statement-breakpoint
CREATE INDEX `replies_newest` ON `replies` (`case_id`,`depth`,`id`);--> statement-breakpoint
CREATE INDEX `replies_agreed` ON `replies` (`case_id`,`depth`,`agree_count`,`id`);--> statement-breakpoint
CREATE INDEX `replies_root` ON `replies` (`root_id`,`path`);--> statement-breakpoint
CREATE INDEX `replies_author` ON `replies` (`author_id`,`id`);--> statement-breakpoint
CREATE TABLE `reply_revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reply_id` integer NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reply_revisions_version` ON `reply_revisions` (`reply_id`,`version`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`reply_id` integer,
	`terms` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `search_entries_case` ON `search_entries` (`case_id`,`reply_id`);--> statement-breakpoint
CREATE TABLE `votes` (
	`person_id` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `subject`, `subject_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `votes_subject` ON `votes` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `hidings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by_id` integer,
	`lifted_reason` text,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hidings_subject` ON `hidings` (`subject`,`subject_id`,`lifted_at`);--> statement-breakpoint
CREATE TABLE `log_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` integer,
	`act` text NOT NULL,
	`case_id` integer,
	`reply_id` integer,
	`person_id` integer,
	`tag_id` integer,
	`reason` text NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `log_entries_case` ON `log_entries` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `log_entries_act` ON `log_entries` (`act`,`id`);--> statement-breakpoint
CREATE TABLE `tag_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_groups_slug` ON `tag_groups` (`slug`);--> statement-breakpoint
CREATE TABLE `tag_suggestions` (
	`case_id` integer NOT NULL,
	`slug` text NOT NULL,
	PRIMARY KEY(`case_id`, `slug`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tag_synonyms` (
	`term` text PRIMARY KEY NOT NULL,
	`tag_id` integer NOT NULL,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tag_synonyms_tag` ON `tag_synonyms` (`tag_id`);--> statement-breakpoint
CREATE TABLE `taggings` (
	`case_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `tag_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `taggings_tag` ON `taggings` (`tag_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`group_id` integer NOT NULL,
	`slug` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`description_zh` text NOT NULL,
	`description_en` text NOT NULL,
	`leaves_figures` integer DEFAULT false NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `tag_groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_slug` ON `tags` (`slug`);--> statement-breakpoint
CREATE INDEX `tags_group` ON `tags` (`group_id`,`id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`key` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`act` text NOT NULL,
	`back` text NOT NULL,
	`body` text NOT NULL,
	`problems` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_owner` ON `drafts` (`owner`,`updated_at`);--> statement-breakpoint
CREATE TABLE `site_values` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `submissions` (
	`person_id` integer NOT NULL,
	`key` text NOT NULL,
	`act` text NOT NULL,
	`body_hash` text NOT NULL,
	`location` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `key`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `submissions_at` ON `submissions` (`at`);