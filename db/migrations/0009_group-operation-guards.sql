-- A seat is given by one act of the person's own run. This is the second lock behind the door: it holds for every
-- statement, whoever sends it, and counts the seats under the lock of the operation's row.
CREATE FUNCTION check_seat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats int;
  seat_act json;
  is_old boolean;
  body json;
  regime text;
  state json;
  is_rehearsal boolean;
  place record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.operation_id <> OLD.operation_id OR NEW.run_id <> OLD.run_id THEN
      RAISE EXCEPTION 'A seat belongs to its person and operation' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.seq = OLD.seq THEN
      IF NEW.list <> OLD.list OR NEW.departs_at <> OLD.departs_at OR NEW.status_seq < OLD.status_seq
         OR (NEW.status <> OLD.status AND NEW.status_seq = OLD.status_seq) THEN
        RAISE EXCEPTION 'A line changes by an act of the person''s own run only' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NULL;
    END IF;
    SELECT count(*) INTO seats FROM lines_after a JOIN lines_before b USING (operation_id, run_id) WHERE a.seq <> b.seq;
  ELSE
    SELECT count(*) INTO seats FROM lines_after;
  END IF;
  IF seats > 1 THEN
    RAISE EXCEPTION 'A statement gives at most one seat: each is an act of its own' USING ERRCODE = 'insufficient_privilege';
  END IF;

  SELECT h.act, h.recorded_at < transaction_timestamp() INTO seat_act, is_old
  FROM history h WHERE h.run_id = NEW.run_id AND h.seq = NEW.seq;
  SELECT r.state, r.rehearsal, d.body::json INTO state, is_rehearsal, body
  FROM runs r JOIN definitions d ON d.id = r.protocol AND d.version = r.version WHERE r.id = NEW.run_id;
  regime := body->>'regime';
  IF seat_act IS NULL OR seat_act->>'type' <> 'step-completed'
     OR seat_act->'refers'->>'operation' IS DISTINCT FROM NEW.operation_id
     OR NOT EXISTS (
       SELECT FROM json_array_elements(body->'steps') AS s(step), json_array_elements(s.step->'outcomes') AS o(outcome)
       WHERE s.step->>'id' = seat_act->>'step' AND o.outcome->>'id' = seat_act->>'outcome' AND o.outcome->>'seat' = 'taken') THEN
    RAISE EXCEPTION 'A seat is given only by the seat act of the person''s own run' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF regime NOT IN ('removal', 'voluntary', 'child') OR (regime = 'child') <> (NEW.list = 'children') THEN
    RAISE EXCEPTION 'Nobody under this protocol may be on this list' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- A line made again from an act entered earlier was admitted then.
  IF is_old THEN RETURN NULL; END IF;

  IF NEW.status = 'proposed' AND (state->'facts'->'individualAssessed' IS NULL OR state->'facts'->'nonRefoulementClear' IS NULL
     OR (regime = 'removal' AND state->'facts'->'individuallyCleared' IS NULL)
     OR (regime = 'child' AND state->'facts'->'bidReturn' IS NULL)) THEN
    RAISE EXCEPTION 'Nobody is seated who was not cleared individually' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT o.*, r.rehearsal INTO place FROM operations o JOIN runs r ON r.id = o.run_id
  WHERE o.run_id = NEW.operation_id FOR NO KEY UPDATE OF o;
  IF NOT FOUND OR place.rehearsal <> is_rehearsal THEN
    RAISE EXCEPTION 'No such operation for this run' USING ERRCODE = 'RT003';
  END IF;
  IF NOT place.seating OR NOT place.live OR place.boarded OR place.departs_at IS NULL
     OR NEW.departs_at NOT BETWEEN place.departs_at AND place.latest_at
     OR (place.purpose <> regime AND regime <> 'child') THEN
    RAISE EXCEPTION 'The operation takes nobody for this date' USING ERRCODE = 'RT002';
  END IF;
  SELECT count(*) INTO seats FROM manifest_entries
  WHERE operation_id = NEW.operation_id AND status IN ('proposed', 'accepted', 'boarded', 'arrived');
  IF seats > place.capacity THEN
    RAISE EXCEPTION 'The operation has no free seat' USING ERRCODE = 'RT001';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER manifest_entries_seat AFTER INSERT ON manifest_entries REFERENCING NEW TABLE AS lines_after
  FOR EACH ROW EXECUTE FUNCTION check_seat();
--> statement-breakpoint
CREATE TRIGGER manifest_entries_line AFTER UPDATE ON manifest_entries
  REFERENCING OLD TABLE AS lines_before NEW TABLE AS lines_after
  FOR EACH ROW EXECUTE FUNCTION check_seat();
--> statement-breakpoint
ALTER TABLE manifest_entries ENABLE ALWAYS TRIGGER manifest_entries_seat;
--> statement-breakpoint
ALTER TABLE manifest_entries ENABLE ALWAYS TRIGGER manifest_entries_line;
--> statement-breakpoint
-- Nobody is assessed, decided or seated in bulk: a statement enters at most one answer. Lapses of many runs may be
-- entered together, for silence gives nothing a departure needs.
CREATE FUNCTION refuse_bulk_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM entered WHERE act->>'type' = 'step-completed') > 1 THEN
    RAISE EXCEPTION 'A statement enters at most one answer: each is an act of its own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER history_no_bulk AFTER INSERT ON history REFERENCING NEW TABLE AS entered
  FOR EACH ROW WHEN (NEW.act->>'type' = 'step-completed') EXECUTE FUNCTION refuse_bulk_answers();
