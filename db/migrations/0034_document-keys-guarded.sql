-- By which numbers a person can be found is the door's alone.
ALTER TABLE document_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON document_keys USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
CREATE TRIGGER document_searches_append_only BEFORE UPDATE OR DELETE ON document_searches
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_searches_no_truncate BEFORE TRUNCATE ON document_searches
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
