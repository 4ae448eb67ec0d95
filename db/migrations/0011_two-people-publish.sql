-- What is published already came with the product: no other way in existed before.
INSERT INTO definition_acts (protocol, n, kind, version, digest, institution, account, at)
  SELECT id, row_number() OVER (PARTITION BY id ORDER BY version), 'shipped', version, digest, 'system', 'system', published_at
  FROM definitions;
--> statement-breakpoint
CREATE TRIGGER definition_acts_append_only BEFORE UPDATE OR DELETE ON definition_acts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER definition_acts_no_truncate BEFORE TRUNCATE ON definition_acts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE definition_acts ENABLE ALWAYS TRIGGER definition_acts_append_only;
--> statement-breakpoint
ALTER TABLE definition_acts ENABLE ALWAYS TRIGGER definition_acts_no_truncate;
--> statement-breakpoint
-- The present draft is whatever was drafted after the last publication or discarding. It is submitted, approved and
-- published as it is now, digest by digest, and never approved by an account that wrote any part of it.
CREATE FUNCTION check_definition_act() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  began integer;
  drafted_at integer;
  drafted_as text;
  sent_back_at integer;
BEGIN
  IF NEW.n <> 1 + (SELECT coalesce(max(n), 0) FROM definition_acts WHERE protocol = NEW.protocol) THEN
    RAISE EXCEPTION 'Act % of protocol % does not follow the last one', NEW.n, NEW.protocol
      USING ERRCODE = 'unique_violation';
  END IF;
  IF (NEW.kind = 'drafted') <> (NEW.body IS NOT NULL) THEN
    RAISE EXCEPTION 'A draft has a content, and nothing else has' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind NOT IN ('submitted', 'approved', 'sent-back', 'discarded', 'published') THEN
    RETURN NEW;
  END IF;
  SELECT coalesce(max(n), 0) INTO began FROM definition_acts
    WHERE protocol = NEW.protocol AND kind IN ('published', 'discarded');
  SELECT n, digest INTO drafted_at, drafted_as FROM definition_acts
    WHERE protocol = NEW.protocol AND n > began AND kind = 'drafted' ORDER BY n DESC LIMIT 1;
  IF drafted_as IS DISTINCT FROM NEW.digest THEN
    RAISE EXCEPTION 'The draft of protocol % is not the one spoken about', NEW.protocol
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT coalesce(max(n), drafted_at) INTO sent_back_at FROM definition_acts
    WHERE protocol = NEW.protocol AND n > drafted_at AND kind = 'sent-back';
  IF NEW.kind IN ('approved', 'sent-back') AND NOT EXISTS (
    SELECT FROM definition_acts WHERE protocol = NEW.protocol AND n > sent_back_at AND kind = 'submitted'
  ) THEN
    RAISE EXCEPTION 'The draft of protocol % was not submitted', NEW.protocol
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind = 'approved' AND EXISTS (
    SELECT FROM definition_acts
    WHERE protocol = NEW.protocol AND n > began AND kind = 'drafted' AND account = NEW.account
  ) THEN
    RAISE EXCEPTION 'Whoever wrote the draft of protocol % cannot approve it', NEW.protocol
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind = 'published' AND NOT EXISTS (
    SELECT FROM definition_acts
    WHERE protocol = NEW.protocol AND n > sent_back_at AND kind = 'approved' AND digest = NEW.digest
  ) THEN
    RAISE EXCEPTION 'Nobody else approved the draft of protocol %', NEW.protocol
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER definition_acts_in_order BEFORE INSERT ON definition_acts
  FOR EACH ROW EXECUTE FUNCTION check_definition_act();
--> statement-breakpoint
ALTER TABLE definition_acts ENABLE ALWAYS TRIGGER definition_acts_in_order;
--> statement-breakpoint
CREATE FUNCTION check_definition_is_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM definition_acts
    WHERE protocol = NEW.id AND version = NEW.version AND digest = NEW.digest
      AND (kind = 'shipped' AND account = 'system' OR kind = 'published')
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Version % of protocol % was neither shipped nor published by two people', NEW.version, NEW.id
    USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER definitions_entered BEFORE INSERT ON definitions
  FOR EACH ROW EXECUTE FUNCTION check_definition_is_entered();
--> statement-breakpoint
ALTER TABLE definitions ENABLE ALWAYS TRIGGER definitions_entered;
--> statement-breakpoint
-- A version is retired for ever, and only with an act that says who did it and why.
CREATE OR REPLACE FUNCTION refuse_definition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id = OLD.id AND NEW.version = OLD.version AND NEW.digest = OLD.digest
     AND NEW.body = OLD.body AND NEW.workflow_type = OLD.workflow_type AND NEW.published_at = OLD.published_at
     AND OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL AND EXISTS (
       SELECT FROM definition_acts WHERE protocol = NEW.id AND kind = 'retired' AND version = NEW.version AND digest = NEW.digest
     ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A published definition never changes: publish a new version'
    USING ERRCODE = 'insufficient_privilege';
END
$$;
