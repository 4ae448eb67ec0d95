CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The history is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON history
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE history ENABLE ALWAYS TRIGGER history_append_only;
--> statement-breakpoint
ALTER TABLE history ENABLE ALWAYS TRIGGER history_no_truncate;
--> statement-breakpoint
CREATE FUNCTION refuse_definition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id = OLD.id AND NEW.version = OLD.version AND NEW.digest = OLD.digest
     AND NEW.body = OLD.body AND NEW.workflow_type = OLD.workflow_type AND NEW.published_at = OLD.published_at THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A published definition never changes: publish a new version'
    USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER definitions_immutable BEFORE UPDATE OR DELETE ON definitions
  FOR EACH ROW EXECUTE FUNCTION refuse_definition_change();
--> statement-breakpoint
CREATE TRIGGER definitions_no_truncate BEFORE TRUNCATE ON definitions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
