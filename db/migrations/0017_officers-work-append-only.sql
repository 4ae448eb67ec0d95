CREATE TRIGGER answer_openings_append_only BEFORE UPDATE OR DELETE ON answer_openings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER answer_openings_no_truncate BEFORE TRUNCATE ON answer_openings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER step_holder_log_append_only BEFORE UPDATE OR DELETE ON step_holder_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER step_holder_log_no_truncate BEFORE TRUNCATE ON step_holder_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
