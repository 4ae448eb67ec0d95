-- Whoever started a run and gave its last role away is nobody to it any more, but for a rehearsal. The application asks so since
-- `visibleTo`; from here on the second lock does, too.
CREATE OR REPLACE FUNCTION leads_run(run text, asker text) RETURNS boolean LANGUAGE sql STABLE SET app.access = 'door'
RETURN EXISTS (
  SELECT FROM runs r WHERE r.id = run AND (
    r.started_by = asker AND (r.rehearsal OR EXISTS (
      SELECT FROM run_parties k WHERE k.run_id = r.id AND k.institution_id = asker))
    OR EXISTS (SELECT FROM run_parties p JOIN definitions d ON d.id = r.protocol AND d.version = r.version
      WHERE p.run_id = r.id AND p.institution_id = asker AND p.role = d.body::json->>'lead'))
);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION cut_off(run text, asker text) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.cut)
  AND NOT EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.institution_id = asker AND NOT p.cut)
  AND (EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.institution_id = asker AND p.cut)
    OR NOT EXISTS (SELECT FROM runs r WHERE r.id = run AND r.started_by = asker AND r.rehearsal));
