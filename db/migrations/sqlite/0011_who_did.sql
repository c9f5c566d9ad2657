CREATE INDEX `hidings_by` ON `hidings` (`by_id`);--> statement-breakpoint
CREATE INDEX `hidings_lifted_by` ON `hidings` (`lifted_by_id`);--> statement-breakpoint
CREATE INDEX `taggings_by` ON `taggings` (`by_id`);