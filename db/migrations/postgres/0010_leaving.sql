CREATE TABLE "departed_names" (
	"reading" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "departed_names_reading_pk" PRIMARY KEY("reading")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "left_at" bigint;--> statement-breakpoint
CREATE INDEX "departed_names_until" ON "departed_names" USING btree ("until");