ALTER TABLE "institutions" ADD COLUMN "of_state" text;--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_of_state" CHECK ("institutions"."of_state" is null or ("institutions"."kind" in ('CON', 'MFA') and "institutions"."of_state" ~ '^[A-Z]{2}$'));--> statement-breakpoint
-- Who may be told of a national hangs on it, so the log keeps which State it was, not only that it changed.
DROP TRIGGER institutions_logged ON institutions;
--> statement-breakpoint
CREATE TRIGGER institutions_logged AFTER INSERT OR UPDATE OR DELETE ON institutions
  FOR EACH ROW EXECUTE FUNCTION log_change('id,kind,country,of_state,active');
