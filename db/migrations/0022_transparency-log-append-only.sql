CREATE TRIGGER log_leaves_append_only BEFORE UPDATE OR DELETE ON log_leaves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER log_leaves_no_truncate BEFORE TRUNCATE ON log_leaves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER log_checkpoints_append_only BEFORE UPDATE OR DELETE ON log_checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER log_checkpoints_no_truncate BEFORE TRUNCATE ON log_checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER log_changes_append_only BEFORE UPDATE OR DELETE ON log_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER log_changes_no_truncate BEFORE TRUNCATE ON log_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_openings_append_only BEFORE UPDATE OR DELETE ON case_openings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_openings_no_truncate BEFORE TRUNCATE ON case_openings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Enters a change into the log's own table. The argument names the columns whose values are codes and may be kept for ever;
-- of all others only the name is kept.
CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}'::jsonb ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}'::jsonb ELSE to_jsonb(NEW) END;
  shown text[] := string_to_array(TG_ARGV[0], ',');
  changed text[];
BEGIN
  SELECT array_agg(name ORDER BY name) INTO changed
  FROM (SELECT jsonb_object_keys(before || after) AS name) AS columns
  WHERE before->name IS DISTINCT FROM after->name;
  IF changed IS NOT NULL THEN
    INSERT INTO log_changes (what, how, content) VALUES (TG_TABLE_NAME, lower(TG_OP), json_build_object(
      'changed', changed,
      'row', (SELECT jsonb_object_agg(name, CASE WHEN TG_OP = 'DELETE' THEN before->name ELSE after->name END)
              FROM unnest(shown) AS name)));
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER users_logged AFTER INSERT OR UPDATE OR DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION log_change('id,active');
--> statement-breakpoint
CREATE TRIGGER memberships_logged AFTER INSERT OR UPDATE OR DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION log_change('user_id,institution_id,role,active');
--> statement-breakpoint
CREATE TRIGGER access_tokens_logged AFTER INSERT OR UPDATE OR DELETE ON access_tokens
  FOR EACH ROW EXECUTE FUNCTION log_change('id,institution_id,role,revoked_at');
--> statement-breakpoint
CREATE TRIGGER identity_providers_logged AFTER INSERT OR UPDATE OR DELETE ON identity_providers
  FOR EACH ROW EXECUTE FUNCTION log_change('institution_id,issuer,active');
--> statement-breakpoint
CREATE TRIGGER institutions_logged AFTER INSERT OR UPDATE OR DELETE ON institutions
  FOR EACH ROW EXECUTE FUNCTION log_change('id,kind,country,active');
--> statement-breakpoint
CREATE TRIGGER definitions_logged AFTER INSERT OR UPDATE OR DELETE ON definitions
  FOR EACH ROW EXECUTE FUNCTION log_change('id,version,digest,retired_at');
--> statement-breakpoint
CREATE TRIGGER packs_logged AFTER INSERT OR UPDATE OR DELETE ON packs
  FOR EACH ROW EXECUTE FUNCTION log_change('id,version,digest,retired_at');
--> statement-breakpoint
CREATE TRIGGER variants_logged AFTER INSERT OR UPDATE OR DELETE ON variants
  FOR EACH ROW EXECUTE FUNCTION log_change('protocol,version,pack,digest');
--> statement-breakpoint
CREATE TRIGGER witnesses_logged AFTER INSERT OR DELETE OR UPDATE OF verifier, url, email, active ON witnesses
  FOR EACH ROW EXECUTE FUNCTION log_change('id,verifier,url,active');
--> statement-breakpoint
ALTER TABLE log_leaves ENABLE ALWAYS TRIGGER log_leaves_append_only;
--> statement-breakpoint
ALTER TABLE log_leaves ENABLE ALWAYS TRIGGER log_leaves_no_truncate;
--> statement-breakpoint
ALTER TABLE log_checkpoints ENABLE ALWAYS TRIGGER log_checkpoints_append_only;
--> statement-breakpoint
ALTER TABLE log_checkpoints ENABLE ALWAYS TRIGGER log_checkpoints_no_truncate;
