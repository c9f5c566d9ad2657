DROP INDEX "check_in_links_token";--> statement-breakpoint
ALTER TABLE "check_in_links" ADD CONSTRAINT "check_in_links_token_hash_pk" PRIMARY KEY("token_hash");