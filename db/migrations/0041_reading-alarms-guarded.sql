-- Raises an alarm about an account unless one was raised within a week, and has it told to its institution's supervisors and to the
-- monitoring bodies of the cases.
CREATE FUNCTION raise_reading_alarm(alarm_id text, given_account text, institution text, given_access text, given_opened integer,
  given_usual integer, given_unrelated integer, given_cases json) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  watching text[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('readings/' || given_account, 0));
  IF EXISTS (SELECT FROM reading_alarms a WHERE a.account = given_account AND a.at > clock_timestamp() - interval '7 days') THEN
    RETURN false;
  END IF;
  SELECT coalesce(array_agg(DISTINCT p.institution_id), '{}') INTO watching
    FROM run_parties p JOIN runs r ON r.id = p.run_id JOIN definitions d ON d.id = r.protocol AND d.version = r.version
    WHERE p.run_id IN (SELECT c->>'run' FROM json_array_elements(given_cases) AS c)
      AND p.role = d.body::json->>'monitor' AND NOT p.cut;
  INSERT INTO reading_alarms (id, account, institution_id, access, opened, usual, unrelated, cases, monitors)
    VALUES (alarm_id, given_account, institution, given_access, given_opened, given_usual, given_unrelated, given_cases, watching);
  PERFORM tell_of_series('reading-unusual', alarm_id, institution, watching);
  RETURN true;
END
$$;
--> statement-breakpoint
CREATE TRIGGER reading_alarms_append_only BEFORE UPDATE OR DELETE ON reading_alarms FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reading_alarms_no_truncate BEFORE TRUNCATE ON reading_alarms FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reading_alarms_logged AFTER INSERT ON reading_alarms
  FOR EACH ROW EXECUTE FUNCTION log_change('id,account,institution_id,opened,usual,unrelated');
--> statement-breakpoint
ALTER TABLE reading_alarms ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY door ON reading_alarms USING (current_setting('app.access', true) = 'door');
--> statement-breakpoint
-- Not to the account it is about.
CREATE POLICY house ON reading_alarms FOR SELECT USING (
  account IS DISTINCT FROM current_setting('app.account', true) AND (current_setting('app.access', true) = 'admin'
    OR (current_setting('app.access', true) = 'supervisor' AND institution_id = asking_institution())));
--> statement-breakpoint
CREATE POLICY watching ON reading_alarms FOR SELECT
  USING (current_setting('app.access', true) = 'monitor' AND asking_institution() = ANY (monitors));
