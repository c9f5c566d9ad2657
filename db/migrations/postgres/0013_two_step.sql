CREATE TABLE "open_sign_ins" (
	"token_hash" text NOT NULL,
	"person_id" bigint NOT NULL,
	"wanted" text NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "open_sign_ins_token_hash_pk" PRIMARY KEY("token_hash")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"person_id" bigint NOT NULL,
	"place" bigint NOT NULL,
	"hash" text NOT NULL,
	"used_at" bigint,
	CONSTRAINT "recovery_codes_person_id_place_pk" PRIMARY KEY("person_id","place")
);
--> statement-breakpoint
CREATE TABLE "two_step_plans" (
	"person_id" bigint NOT NULL,
	"sealed" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "two_step_plans_person_id_pk" PRIMARY KEY("person_id")
);
--> statement-breakpoint
CREATE TABLE "two_steps" (
	"person_id" bigint NOT NULL,
	"secret" text NOT NULL,
	"last_step" bigint NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "two_steps_person_id_pk" PRIMARY KEY("person_id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "two_steps" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "open_sign_ins" ADD CONSTRAINT "open_sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_step_plans" ADD CONSTRAINT "two_step_plans_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_steps" ADD CONSTRAINT "two_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open_sign_ins_person" ON "open_sign_ins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "open_sign_ins_end" ON "open_sign_ins" USING btree ("expires_at");