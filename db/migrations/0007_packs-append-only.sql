CREATE FUNCTION refuse_pack_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id = OLD.id AND NEW.version = OLD.version AND NEW.digest = OLD.digest
     AND NEW.body = OLD.body AND NEW.published_at = OLD.published_at THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A published pack never changes: publish a new version'
    USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER packs_immutable BEFORE UPDATE OR DELETE ON packs
  FOR EACH ROW EXECUTE FUNCTION refuse_pack_change();
--> statement-breakpoint
CREATE TRIGGER packs_no_truncate BEFORE TRUNCATE ON packs
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_pack_change();
--> statement-breakpoint
CREATE TRIGGER variants_append_only BEFORE UPDATE OR DELETE ON variants
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER variants_no_truncate BEFORE TRUNCATE ON variants
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_append_only BEFORE UPDATE OR DELETE ON register
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER register_no_truncate BEFORE TRUNCATE ON register
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER institution_names_append_only BEFORE UPDATE OR DELETE ON institution_names
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER institution_names_no_truncate BEFORE TRUNCATE ON institution_names
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
