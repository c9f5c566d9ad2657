ALTER TABLE `outbox` ADD `turn` text;--> statement-breakpoint
CREATE INDEX `outbox_turn` ON `outbox` (`turn`,`ended_at`,`under_way`);--> statement-breakpoint
ALTER TABLE `webhook_deliveries` ADD `given_up_at` integer;--> statement-breakpoint
CREATE INDEX `webhook_deliveries_created` ON `webhook_deliveries` (`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `webhooks` ADD `former_secret` text;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `renewed_at` integer;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `rests_until` integer;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `paused_why` text;