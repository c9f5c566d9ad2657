ALTER TABLE "outbox" ADD COLUMN "turn" text;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "given_up_at" bigint;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "former_secret" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "renewed_at" bigint;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "rests_until" bigint;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "paused_why" text;--> statement-breakpoint
CREATE INDEX "outbox_turn" ON "outbox" USING btree ("turn","ended_at","under_way");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_created" ON "webhook_deliveries" USING btree ("created_at","id");