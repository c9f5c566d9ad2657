ALTER TABLE "taggings" ADD COLUMN "counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "uses" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "people_role" ON "people" USING btree ("role","id");--> statement-breakpoint
CREATE INDEX "suspensions_standing" ON "suspensions" USING btree ("lifted_at","ends_at");--> statement-breakpoint
CREATE INDEX "drafts_of_browsers" ON "drafts" USING btree ("updated_at") WHERE substr(owner, 1, 2) = 'b:';--> statement-breakpoint
UPDATE "taggings" SET "counted" = true WHERE "case_id" IN (SELECT "id" FROM "cases" WHERE "state" = 'live');--> statement-breakpoint
UPDATE "tags" SET "uses" = (SELECT count(*) FROM "taggings" WHERE "tag_id" = "tags"."id" AND "counted");
