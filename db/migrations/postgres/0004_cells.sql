CREATE TABLE "cell_counts" (
	"cell" text NOT NULL,
	"place" text NOT NULL,
	"month" bigint NOT NULL,
	"at" bigint NOT NULL,
	"cause" bigint NOT NULL,
	"flags" bigint NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "cell_counts_cell_place_month_at_cause_flags_pk" PRIMARY KEY("cell","place","month","at","cause","flags")
);
--> statement-breakpoint
CREATE TABLE "cell_people" (
	"cell" text NOT NULL,
	"minute_month" bigint NOT NULL,
	"day_month" bigint NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "cell_people_cell_minute_month_day_month_pk" PRIMARY KEY("cell","minute_month","day_month")
);
--> statement-breakpoint
ALTER TABLE "spells" ADD COLUMN "counts" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_figures_subject" ON "cases" USING btree ("in_figures","process","subject","category");--> statement-breakpoint
CREATE INDEX "cases_figures_category" ON "cases" USING btree ("in_figures","process","category");--> statement-breakpoint
CREATE INDEX "cases_account" ON "cases" USING btree ("account","id");