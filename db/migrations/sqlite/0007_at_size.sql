ALTER TABLE `taggings` ADD `counted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `tags` ADD `uses` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `people_role` ON `people` (`role`,`id`);--> statement-breakpoint
CREATE INDEX `suspensions_standing` ON `suspensions` (`lifted_at`,`ends_at`);--> statement-breakpoint
CREATE INDEX `drafts_of_browsers` ON `drafts` (`updated_at`) WHERE substr(owner, 1, 2) = 'b:';--> statement-breakpoint
UPDATE `taggings` SET `counted` = 1 WHERE `case_id` IN (SELECT `id` FROM `cases` WHERE `state` = 'live');--> statement-breakpoint
UPDATE `tags` SET `uses` = (SELECT count(*) FROM `taggings` WHERE `tag_id` = `tags`.`id` AND `counted`);--> statement-breakpoint
-- The same index again, which now also knows its terms by their first sign: a question of one sign need not read them all.
DROP TABLE `search_index`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(
	terms,
	content='search_entries',
	content_rowid='id',
	tokenize='unicode61 remove_diacritics 0',
	prefix='1'
);
--> statement-breakpoint
INSERT INTO `search_index`(`search_index`) VALUES ('rebuild');
