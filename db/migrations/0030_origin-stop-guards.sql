-- No contact with authorities of origin: of a run that is stopped an institution is shown nothing unless it takes part in a role
-- that is not cut off. Whoever once had a role and lost it is no exception; who started the run is, unless cut off.
CREATE FUNCTION cut_off(run text, asker text) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.cut)
  AND NOT EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.institution_id = asker AND NOT p.cut)
  AND (EXISTS (SELECT FROM run_parties p WHERE p.run_id = run AND p.institution_id = asker AND p.cut)
    OR NOT EXISTS (SELECT FROM runs r WHERE r.id = run AND r.started_by = asker));
--> statement-breakpoint
-- What was sent before is not read again either.
DROP POLICY recipient ON releases;
--> statement-breakpoint
CREATE POLICY recipient ON releases FOR SELECT
  USING (works_with_people() AND institution_id = asking_institution() AND state IN ('released', 'acknowledged')
    AND NOT cut_off(run_id, asking_institution()));
