CREATE TRIGGER share_openings_append_only BEFORE UPDATE OR DELETE ON share_openings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER share_openings_no_truncate BEFORE TRUNCATE ON share_openings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
