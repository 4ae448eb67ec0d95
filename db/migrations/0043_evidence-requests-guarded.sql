-- Whoever asks sees what the own institution asked for in the same role, as long as it may know of the run, and adds requests
-- that wait. What becomes of one only the door's processes write.
ALTER TABLE evidence_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON evidence_requests USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
-- Whether an institution is cut off from a run by every role it fills there.
CREATE FUNCTION is_cut_off(run text, asker text) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.institution_id = asker AND p.cut)
  AND NOT EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.institution_id = asker AND NOT p.cut);
--> statement-breakpoint
CREATE FUNCTION asks_for_evidence(institution text, role text, run text) RETURNS boolean LANGUAGE sql STABLE
RETURN institution = asking_institution() AND role = current_setting('app.access', true) AND role IN ('monitor', 'case-lead')
  AND (run IS NULL OR NOT is_cut_off(run, institution) AND (role = 'monitor' OR leads_run(run, institution)));
--> statement-breakpoint
CREATE POLICY own ON evidence_requests FOR SELECT USING (asks_for_evidence(institution_id, access, run_id));
--> statement-breakpoint
CREATE POLICY own_asks ON evidence_requests FOR INSERT
  WITH CHECK (asks_for_evidence(institution_id, access, run_id) AND state = 'pending' AND attempts = 0);
--> statement-breakpoint
ALTER TABLE evidence_pieces ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON evidence_pieces USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
-- What the asker may see of the requests decides; a file whose time is over is there for nobody.
CREATE POLICY own ON evidence_pieces FOR SELECT
  USING (EXISTS (SELECT FROM evidence_requests r WHERE r.id = request_id AND r.state = 'ready' AND r.expires_at > clock_timestamp()));
