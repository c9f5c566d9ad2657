CREATE TABLE "me_toos" (
	"case_id" bigint NOT NULL,
	"of_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "me_toos_case_id_pk" PRIMARY KEY("case_id")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"subject" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "mentions_subject_subject_id_person_id_pk" PRIMARY KEY("subject","subject_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "silences" (
	"person_id" bigint NOT NULL,
	"silenced_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "silences_person_id_silenced_id_pk" PRIMARY KEY("person_id","silenced_id")
);
--> statement-breakpoint
CREATE TABLE "check_in_links" (
	"token_hash" text NOT NULL,
	"case_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "check_in_rests" (
	"person_id" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "check_in_rests_person_id_pk" PRIMARY KEY("person_id")
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"case_id" bigint NOT NULL,
	"times" bigint DEFAULT 0 NOT NULL,
	"asked_at" bigint,
	"off" boolean DEFAULT false NOT NULL,
	CONSTRAINT "check_ins_case_id_pk" PRIMARY KEY("case_id")
);
--> statement-breakpoint
ALTER TABLE "me_toos" ADD CONSTRAINT "me_toos_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "me_toos" ADD CONSTRAINT "me_toos_of_id_cases_id_fk" FOREIGN KEY ("of_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silences" ADD CONSTRAINT "silences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silences" ADD CONSTRAINT "silences_silenced_id_people_id_fk" FOREIGN KEY ("silenced_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_links" ADD CONSTRAINT "check_in_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_links" ADD CONSTRAINT "check_in_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_rests" ADD CONSTRAINT "check_in_rests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "me_toos_of" ON "me_toos" USING btree ("of_id","case_id");--> statement-breakpoint
CREATE INDEX "mentions_person" ON "mentions" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "silences_silenced" ON "silences" USING btree ("silenced_id");--> statement-breakpoint
CREATE UNIQUE INDEX "check_in_links_token" ON "check_in_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "check_in_links_case" ON "check_in_links" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "check_in_links_person" ON "check_in_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "check_in_links_expires" ON "check_in_links" USING btree ("expires_at");