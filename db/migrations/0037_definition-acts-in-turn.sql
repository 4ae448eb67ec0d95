-- Acts about one protocol are looked at one after the other. `check_definition_act` asks several questions, each of which sees
-- what was committed by then: without a turn two acts at once could be judged by halves of two states.
CREATE FUNCTION wait_for_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('definition_acts/' || NEW.protocol, 0));
  RETURN NEW;
END
$$;
--> statement-breakpoint
-- Triggers of one kind fire in the order of their names: this one before `definition_acts_in_order`.
CREATE TRIGGER definition_acts_first_in_turn BEFORE INSERT ON definition_acts
  FOR EACH ROW EXECUTE FUNCTION wait_for_turn();
--> statement-breakpoint
ALTER TABLE definition_acts ENABLE ALWAYS TRIGGER definition_acts_first_in_turn;
