-- The pace of decisions about persons. What is counted is counted under a lock of the account that is held until the decision is
-- committed, so that any number at once, from any number of processes, are counted one after the other. RT011 to RT015 are the
-- refusals.
--
-- `limits`: most decisions and minutes of the short window, the same of the long one, the how manieth with like reasons is held,
-- and by how many bits fingerprints of like reasons differ at most. Whoever was released may give a number of decisions first.
CREATE FUNCTION series_verdict(given_account text, given_unit text, given_print bit(512), limits integer[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  released record;
  paced record;
  others integer;
BEGIN
  IF EXISTS (SELECT FROM series_holds h WHERE h.account = given_account AND h.released_at IS NULL) THEN
    RETURN 'held';
  END IF;
  SELECT h.released_at, h.allowance INTO released FROM series_holds h
    WHERE h.account = given_account AND h.released_at > moment - interval '1 day' ORDER BY h.released_at DESC LIMIT 1;
  IF FOUND AND released.allowance > (
    SELECT count(*) FROM decision_marks m WHERE m.account = given_account AND m.at > released.released_at
  ) THEN
    RETURN 'fits';
  END IF;
  SELECT count(*) FILTER (WHERE m.at > moment - make_interval(mins => limits[2])) AS short, count(*) AS long INTO paced
    FROM decision_marks m WHERE m.account = given_account AND m.at > moment - make_interval(mins => limits[4]);
  IF paced.short >= limits[1] OR paced.long >= limits[3] THEN
    RETURN 'fast';
  END IF;
  IF given_print IS NULL THEN
    RETURN 'fits';
  END IF;
  SELECT count(DISTINCT m.unit) INTO others FROM decision_marks m
    WHERE m.account = given_account AND m.at > moment - interval '1 day' AND m.unit <> given_unit
      AND bit_count(m.print # given_print) <= limits[6];
  RETURN CASE WHEN others + 1 >= limits[5] THEN 'alike' ELSE 'fits' END;
END
$$;
--> statement-breakpoint
CREATE FUNCTION lock_decisions(given_account text) RETURNS void LANGUAGE sql
RETURN pg_advisory_xact_lock(hashtextextended('decisions/' || given_account, 0));
--> statement-breakpoint
-- When the decision is entered; raises, and so undoes whatever entered it, when the account is held or would be. Each question
-- after the lock sees what was committed before it was taken.
CREATE FUNCTION enter_decision(given_account text, given_unit text, given_print bit(512), limits integer[]) RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  verdict text;
BEGIN
  IF EXISTS (SELECT FROM series_holds h WHERE h.account = given_account AND h.released_at IS NULL) THEN
    RAISE EXCEPTION 'The account is held' USING ERRCODE = 'RT011';
  END IF;
  PERFORM lock_decisions(given_account);
  verdict := series_verdict(given_account, given_unit, given_print, limits);
  IF verdict = 'held' THEN
    RAISE EXCEPTION 'The account is held' USING ERRCODE = 'RT011';
  ELSIF verdict = 'fast' THEN
    RAISE EXCEPTION 'More decisions than a person can give' USING ERRCODE = 'RT012';
  ELSIF verdict = 'alike' THEN
    RAISE EXCEPTION 'Reasons like those about other persons' USING ERRCODE = 'RT013';
  END IF;
  RETURN clock_timestamp();
END
$$;
--> statement-breakpoint
-- Holds an account whose decision was refused, unless it was held or released meanwhile, and has it told to its institution and to
-- the monitoring bodies of the persons concerned.
CREATE FUNCTION hold_series(hold_id text, given_account text, institution text, given_run text, given_step text,
  given_print bit(512), limits integer[]) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  given_unit text;
  verdict text;
  listed json;
  watching text[];
BEGIN
  PERFORM lock_decisions(given_account);
  SELECT coalesce(f.unit_id, r.person_id) INTO given_unit FROM runs r LEFT JOIN family_members f ON f.run_id = r.id WHERE r.id = given_run;
  verdict := series_verdict(given_account, given_unit, given_print, limits);
  IF verdict NOT IN ('fast', 'alike') THEN
    RETURN false;
  END IF;
  WITH counted AS (
    SELECT m.run_id, m.seq, m.step, m.at, round(100 - bit_count(m.print # given_print) * 100 / 256.0)::int AS alike
    FROM decision_marks m
    WHERE m.account = given_account AND (m.at > clock_timestamp() - make_interval(mins => limits[4])
      OR (m.at > clock_timestamp() - interval '1 day' AND bit_count(m.print # given_print) <= limits[6]))
    ORDER BY m.at DESC LIMIT 100
  )
  SELECT coalesce(json_agg(json_strip_nulls(json_build_object('run', run_id, 'seq', seq, 'step', step,
      'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'alike', greatest(alike, 0))) ORDER BY at), '[]'::json)
    INTO listed FROM counted;
  SELECT coalesce(array_agg(DISTINCT p.institution_id), '{}') INTO watching
    FROM run_parties p JOIN runs r ON r.id = p.run_id JOIN definitions d ON d.id = r.protocol AND d.version = r.version
    WHERE (p.run_id = given_run OR p.run_id IN (SELECT l->>'run' FROM json_array_elements(listed) AS l))
      AND p.role = d.body::json->>'monitor' AND NOT p.cut;
  INSERT INTO series_holds (id, account, institution_id, cause, run_id, step, decisions, monitors)
    VALUES (hold_id, given_account, institution, verdict, given_run, given_step, listed, watching);
  PERFORM tell_of_series('series-held', hold_id, institution, watching);
  RETURN true;
END
$$;
--> statement-breakpoint
CREATE FUNCTION tell_of_series(given_kind text, given_hold text, institution text, watching text[]) RETURNS void
LANGUAGE sql BEGIN ATOMIC
  INSERT INTO mails (id, kind, about, institution_id, mailbox)
    SELECT replace(gen_random_uuid()::text, '-', ''), given_kind, given_hold, i.id,
      CASE WHEN i.id = institution THEN 'supervisor' ELSE 'institution' END
    FROM institutions i WHERE i.id = institution OR i.id = ANY (watching)
    ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
-- The second person is another one than whoever is held, and a hold is released once. What a review decides happens with it.
CREATE FUNCTION review_series() RETURNS trigger LANGUAGE plpgsql SET app.access = 'door' AS $$
DECLARE
  held record;
BEGIN
  SELECT h.account, h.institution_id, h.monitors, h.released_at INTO held FROM series_holds h WHERE h.id = NEW.hold_id FOR UPDATE;
  IF held.account = NEW.account THEN
    RAISE EXCEPTION 'Whoever is held does not review the hold' USING ERRCODE = 'RT014';
  END IF;
  IF held.released_at IS NOT NULL THEN
    RAISE EXCEPTION 'The hold was released' USING ERRCODE = 'RT015';
  END IF;
  IF NEW.decision = 'released' THEN
    UPDATE series_holds SET released_at = NEW.at, allowance = NEW.allowance WHERE id = NEW.hold_id;
  END IF;
  PERFORM tell_of_series('series-reviewed', NEW.id, held.institution_id, held.monitors);
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER series_reviews_decide BEFORE INSERT ON series_reviews FOR EACH ROW EXECUTE FUNCTION review_series();
--> statement-breakpoint
ALTER TABLE series_reviews
  ADD CONSTRAINT series_reviews_bounded CHECK (
    (decision = 'released' AND allowance BETWEEN 1 AND 50) OR (decision = 'kept' AND allowance IS NULL)
  );
--> statement-breakpoint
-- Only a review changes a hold, and only from standing to released.
CREATE FUNCTION refuse_hold_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND OLD.released_at IS NULL AND NEW.released_at IS NOT NULL
     AND to_jsonb(NEW) - '{released_at,allowance}'::text[] = to_jsonb(OLD) - '{released_at,allowance}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A hold ends by a review and is never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER series_holds_end_once BEFORE UPDATE OR DELETE ON series_holds FOR EACH ROW EXECUTE FUNCTION refuse_hold_change();
--> statement-breakpoint
CREATE TRIGGER series_holds_no_truncate BEFORE TRUNCATE ON series_holds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A review stays as it is; its reason may be sealed anew when the master key changes.
CREATE FUNCTION refuse_review_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A review is never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER series_reviews_stay BEFORE UPDATE OR DELETE ON series_reviews FOR EACH ROW EXECUTE FUNCTION refuse_review_change();
--> statement-breakpoint
CREATE TRIGGER series_reviews_no_truncate BEFORE TRUNCATE ON series_reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER series_holds_logged AFTER INSERT ON series_holds
  FOR EACH ROW EXECUTE FUNCTION log_change('id,account,institution_id,cause');
--> statement-breakpoint
CREATE TRIGGER series_reviews_logged AFTER INSERT ON series_reviews
  FOR EACH ROW EXECUTE FUNCTION log_change('id,hold_id,decision,allowance,institution_id');
--> statement-breakpoint
ALTER TABLE decision_marks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE series_holds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE series_reviews ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON decision_marks USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
CREATE POLICY door ON series_holds USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
CREATE POLICY door ON series_reviews USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
CREATE POLICY house ON series_holds FOR SELECT USING (
  current_setting('app.access', true) = 'admin'
  OR (current_setting('app.access', true) = 'supervisor' AND institution_id = asking_institution()));
--> statement-breakpoint
CREATE POLICY watching ON series_holds FOR SELECT
  USING (current_setting('app.access', true) = 'monitor' AND asking_institution() = ANY (monitors));
--> statement-breakpoint
-- Whoever sees the hold sees what was decided about it; reasons are sealed.
CREATE POLICY seen ON series_reviews FOR SELECT USING (EXISTS (SELECT FROM series_holds h WHERE h.id = hold_id));
--> statement-breakpoint
CREATE POLICY house ON series_reviews FOR INSERT WITH CHECK (
  current_setting('app.access', true) IN ('supervisor', 'admin') AND institution_id = asking_institution()
  AND EXISTS (SELECT FROM series_holds h WHERE h.id = hold_id));
