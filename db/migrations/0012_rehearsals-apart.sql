-- Second lock behind the door: a run is a rehearsal from its start and for ever, or never, and what nobody published is
-- only rehearsed. Fires for a changed mark or protocol only, so ordinary acts do not pay for it.
CREATE FUNCTION keep_rehearsals_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.rehearsal <> OLD.rehearsal OR NEW.protocol <> OLD.protocol) THEN
    RAISE EXCEPTION 'A run is a rehearsal of its protocol from its start and for ever, or never'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.protocol LIKE 'draft:%' AND NOT NEW.rehearsal THEN
    RAISE EXCEPTION 'Protocol % is not published: it can only be rehearsed', NEW.protocol
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER runs_rehearsals_apart BEFORE INSERT OR UPDATE OF rehearsal, protocol ON runs
  FOR EACH ROW EXECUTE FUNCTION keep_rehearsals_apart();
--> statement-breakpoint
ALTER TABLE runs ENABLE ALWAYS TRIGGER runs_rehearsals_apart;
