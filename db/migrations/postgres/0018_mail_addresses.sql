CREATE TABLE "mail_addresses" (
	"person_id" bigint NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"confirmed_at" bigint NOT NULL,
	CONSTRAINT "mail_addresses_person_id_pk" PRIMARY KEY("person_id")
);
--> statement-breakpoint
CREATE TABLE "mail_links" (
	"token_hash" text NOT NULL,
	"use" text NOT NULL,
	"person_id" bigint,
	"browser" text NOT NULL,
	"address" text NOT NULL,
	"wanted" text NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "mail_links_token_hash_pk" PRIMARY KEY("token_hash")
);
--> statement-breakpoint
ALTER TABLE "mail_addresses" ADD CONSTRAINT "mail_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_links" ADD CONSTRAINT "mail_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_addresses_key" ON "mail_addresses" USING btree ("address_key");--> statement-breakpoint
CREATE INDEX "mail_links_person" ON "mail_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mail_links_end" ON "mail_links" USING btree ("expires_at");