-- Terms come ready cut (domain/text/terms.ts), so no dictionary may touch them.
CREATE INDEX "search_entries_terms" ON "search_entries" USING gin (array_to_tsvector(string_to_array("terms", ' ')));
--> statement-breakpoint
-- The public log is added to, never rewritten: not by us either.
CREATE FUNCTION "refuse_log_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the moderation log is append-only';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "log_entries_keep" BEFORE UPDATE OR DELETE ON "log_entries"
	FOR EACH ROW EXECUTE FUNCTION "refuse_log_change"();
--> statement-breakpoint
CREATE TRIGGER "log_entries_stay" BEFORE TRUNCATE ON "log_entries"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_log_change"();
