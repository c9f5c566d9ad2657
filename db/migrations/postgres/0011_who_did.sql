CREATE INDEX "hidings_by" ON "hidings" USING btree ("by_id");--> statement-breakpoint
CREATE INDEX "hidings_lifted_by" ON "hidings" USING btree ("lifted_by_id");--> statement-breakpoint
CREATE INDEX "taggings_by" ON "taggings" USING btree ("by_id");