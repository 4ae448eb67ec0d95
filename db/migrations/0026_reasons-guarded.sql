CREATE TRIGGER act_reasons_append_only BEFORE UPDATE OR DELETE ON act_reasons
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER act_reasons_no_truncate BEFORE TRUNCATE ON act_reasons
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE act_reasons ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON act_reasons USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
CREATE POLICY own ON act_reasons
  USING (works_with_people() AND institution_id = asking_institution());
--> statement-breakpoint
-- Whoever leads the run reads why others acted.
CREATE POLICY lead ON act_reasons FOR SELECT
  USING (current_setting('app.access', true) = 'case-lead' AND leads_run(run_id, asking_institution()));
