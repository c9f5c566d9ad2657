ALTER TABLE `rule_changes` ADD `basis_en` text;
--> statement-breakpoint
UPDATE `rule_changes` SET `basis` = '第三方页面', `basis_en` = 'third-party pages' WHERE `basis` = 'third-party pages' AND `version` = 1;
--> statement-breakpoint
UPDATE `rule_changes` SET `basis` = '社区帖子，2023 年 11 月', `basis_en` = 'community posts, November 2023' WHERE `basis` = 'community posts, November 2023' AND `version` = 1;
--> statement-breakpoint
UPDATE `rule_changes` SET `basis` = '他人转述的文档', `basis_en` = 'documentation quoted by others' WHERE `basis` = 'documentation quoted by others' AND `version` = 1;
--> statement-breakpoint
UPDATE `rule_changes` SET `basis` = '平台接口文档', `basis_en` = 'platform API documentation' WHERE `basis` = 'platform API documentation' AND `version` = 1;
--> statement-breakpoint
UPDATE `rule_changes` SET `basis` = '工信部信管〔2023〕105号（2023-08-04）', `basis_en` = 'Ministry of Industry and Information Technology, notice 信管〔2023〕105号 of 4 August 2023' WHERE `basis` = '工信部信管〔2023〕105号（2023-08-04）' AND `version` = 1;
