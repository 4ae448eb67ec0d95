-- The second lock behind the policy table: whatever a question forgets to ask, PostgreSQL shows of these tables what the asker
-- may see, and nothing to whoever does not say who asks. `app.access` is `door` for the processes' own work, else the role of
-- whoever asks; `app.institution` is theirs. Both are set for one transaction (`db/asker.ts`).
--
-- What a policy has to look up it looks up as the door: the tables it asks may be guarded themselves.
CREATE FUNCTION leads_run(run text, asker text) RETURNS boolean LANGUAGE sql STABLE SET app.access = 'door'
RETURN EXISTS (
  SELECT FROM runs r WHERE r.id = run AND (r.started_by = asker OR EXISTS (
    SELECT FROM run_parties p JOIN definitions d ON d.id = r.protocol AND d.version = r.version
    WHERE p.run_id = r.id AND p.institution_id = asker AND p.role = d.body::json->>'lead'))
);
--> statement-breakpoint
CREATE FUNCTION wrote_act(run text, act_seq integer, asker text) RETURNS boolean LANGUAGE sql STABLE SET app.access = 'door'
RETURN EXISTS (SELECT FROM history h WHERE h.run_id = run AND h.seq = act_seq AND h.actor->>'institution' = asker);
--> statement-breakpoint
CREATE FUNCTION has_step(run text, step_id text, step_opening integer, step_role text, asker text) RETURNS boolean LANGUAGE sql STABLE
SET app.access = 'door'
RETURN EXISTS (
  SELECT FROM steps s WHERE s.run_id = run AND s.step = step_id AND s.opening = step_opening AND s.role = step_role
    AND s.institution_id = asker
);
--> statement-breakpoint
-- Whether anything of a run was sent to an institution: that alone, without the share, so that it may be asked of every run
-- while a list is made.
CREATE FUNCTION was_sent(run text, recipient text) RETURNS boolean LANGUAGE sql STABLE SET app.access = 'door'
RETURN EXISTS (
  SELECT FROM releases x WHERE x.run_id = run AND x.institution_id = recipient AND x.state IN ('released', 'acknowledged')
);
--> statement-breakpoint
-- Officers, supervisors and case leads work with what people wrote; monitors and administrators never do.
CREATE FUNCTION works_with_people() RETURNS boolean LANGUAGE sql STABLE
RETURN current_setting('app.access', true) IN ('officer', 'supervisor', 'case-lead');
--> statement-breakpoint
CREATE FUNCTION asking_institution() RETURNS text LANGUAGE sql STABLE
RETURN current_setting('app.institution', true);
--> statement-breakpoint
ALTER TABLE answers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON answers USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON drafts USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON evidence USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE evidence_chunks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON evidence_chunks USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE step_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON step_requests USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE releases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON releases USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE person_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON person_keys USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE share_openings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON share_openings USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
ALTER TABLE answer_openings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON answer_openings USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
-- Answers are read again by the institution that gave them and by nobody else. Only the door writes them.
CREATE POLICY own ON answers FOR SELECT
  USING (works_with_people() AND wrote_act(run_id, seq, asking_institution()));
--> statement-breakpoint
CREATE POLICY own ON drafts
  USING (works_with_people() AND has_step(run_id, step, opening, role, asking_institution()));
--> statement-breakpoint
CREATE POLICY own ON evidence
  USING (works_with_people() AND institution_id = asking_institution());
--> statement-breakpoint
CREATE POLICY own ON evidence_chunks
  USING (works_with_people() AND EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id AND e.institution_id = asking_institution()));
--> statement-breakpoint
CREATE POLICY own ON step_requests
  USING (works_with_people() AND institution_id = asking_institution());
--> statement-breakpoint
-- Whoever leads the run reads what others ask, and replies.
CREATE POLICY lead ON step_requests FOR SELECT
  USING (current_setting('app.access', true) = 'case-lead' AND leads_run(run_id, asking_institution()));
--> statement-breakpoint
CREATE POLICY lead_replies ON step_requests FOR UPDATE
  USING (current_setting('app.access', true) = 'case-lead' AND leads_run(run_id, asking_institution()));
--> statement-breakpoint
-- A share is there for its recipient once it was released. Only the door and the worker write shares.
CREATE POLICY recipient ON releases FOR SELECT
  USING (works_with_people() AND institution_id = asking_institution() AND state IN ('released', 'acknowledged'));
--> statement-breakpoint
-- Whoever leads the run sees who was given what: all shares, also those held back.
CREATE POLICY lead ON releases FOR SELECT
  USING (current_setting('app.access', true) = 'case-lead' AND leads_run(run_id, asking_institution()));
--> statement-breakpoint
-- Who opened a packet or an answer records it for the own institution.
CREATE POLICY own ON share_openings FOR INSERT
  WITH CHECK (works_with_people() AND institution_id = asking_institution());
--> statement-breakpoint
CREATE POLICY lead ON share_openings FOR SELECT
  USING (current_setting('app.access', true) = 'case-lead' AND leads_run(run_id, asking_institution()));
--> statement-breakpoint
CREATE POLICY own ON answer_openings FOR INSERT
  WITH CHECK (works_with_people() AND institution_id = asking_institution());
