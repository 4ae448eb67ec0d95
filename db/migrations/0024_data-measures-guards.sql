-- A hold is in force from its approval until a lift asked for after it is approved.
CREATE VIEW held_persons WITH (security_invoker = true) AS
  SELECT DISTINCT h.person_id FROM data_measures h
  WHERE h.kind = 'hold' AND h.decision = 'approved' AND NOT EXISTS (
    SELECT FROM data_measures l WHERE l.person_id = h.person_id AND l.kind = 'lift' AND l.decision = 'approved'
      AND l.asked_at > h.asked_at
  );
--> statement-breakpoint
ALTER TABLE data_measures
  ADD CONSTRAINT data_measures_two_people CHECK (decided_account IS NULL OR decided_account <> asked_account),
  ADD CONSTRAINT data_measures_decided CHECK (
    num_nulls(decision, decided_account, decided_institution, decided_at) IN (0, 4)
  ),
  ADD CONSTRAINT data_measures_review CHECK ((kind = 'hold') = (review_on IS NOT NULL));
--> statement-breakpoint
CREATE FUNCTION refuse_measure_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.decision IS NULL AND NEW.decision IS NOT NULL
     AND (NEW.id, NEW.person_id, NEW.run_id, NEW.kind, NEW.ground, NEW.asked_institution, NEW.asked_account, NEW.asked_at)
       = (OLD.id, OLD.person_id, OLD.run_id, OLD.kind, OLD.ground, OLD.asked_institution, OLD.asked_account, OLD.asked_at)
     AND NEW.review_on IS NOT DISTINCT FROM OLD.review_on THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A measure is decided once and never changed' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER data_measures_decided_once BEFORE UPDATE OR DELETE ON data_measures
  FOR EACH ROW EXECUTE FUNCTION refuse_measure_change();
--> statement-breakpoint
CREATE TRIGGER data_measures_no_truncate BEFORE TRUNCATE ON data_measures
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE data_measures ENABLE ALWAYS TRIGGER data_measures_decided_once;
--> statement-breakpoint
ALTER TABLE data_measures ENABLE ALWAYS TRIGGER data_measures_no_truncate;
--> statement-breakpoint
CREATE TRIGGER key_destructions_append_only BEFORE UPDATE OR DELETE ON key_destructions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER key_destructions_no_truncate BEFORE TRUNCATE ON key_destructions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE key_destructions ENABLE ALWAYS TRIGGER key_destructions_append_only;
--> statement-breakpoint
ALTER TABLE key_destructions ENABLE ALWAYS TRIGGER key_destructions_no_truncate;
