-- Where notices and calls go, how somebody proves who they are, who stands in for whom, and what was decided about data of
-- persons. Of secrets only that they changed.
CREATE TRIGGER webhook_hosts_logged AFTER INSERT OR UPDATE OR DELETE ON webhook_hosts
  FOR EACH ROW EXECUTE FUNCTION log_change('id,institution_id,host,requested_by,approved_by,removed_by');
--> statement-breakpoint
CREATE TRIGGER webhook_endpoints_logged AFTER INSERT OR UPDATE OR DELETE ON webhook_endpoints
  FOR EACH ROW EXECUTE FUNCTION log_change('id,institution_id,host,state');
--> statement-breakpoint
CREATE TRIGGER passwords_logged AFTER INSERT OR UPDATE OR DELETE ON passwords
  FOR EACH ROW EXECUTE FUNCTION log_change('user_id');
--> statement-breakpoint
-- Not each use: the last step and the counter change with every sign-in.
CREATE TRIGGER totp_secrets_logged AFTER INSERT OR DELETE OR UPDATE OF user_id, sealed ON totp_secrets
  FOR EACH ROW EXECUTE FUNCTION log_change('user_id');
--> statement-breakpoint
CREATE TRIGGER passkeys_logged AFTER INSERT OR DELETE OR UPDATE OF id, user_id, public_key ON passkeys
  FOR EACH ROW EXECUTE FUNCTION log_change('user_id');
--> statement-breakpoint
CREATE TRIGGER identities_logged AFTER INSERT OR UPDATE OR DELETE ON identities
  FOR EACH ROW EXECUTE FUNCTION log_change('user_id,issuer');
--> statement-breakpoint
CREATE TRIGGER one_time_links_logged AFTER INSERT ON one_time_links
  FOR EACH ROW EXECUTE FUNCTION log_change('user_id,kind,made_by');
--> statement-breakpoint
CREATE TRIGGER recoveries_logged AFTER INSERT OR UPDATE OR DELETE ON recoveries
  FOR EACH ROW EXECUTE FUNCTION log_change('id,user_id,decision,decided_by');
--> statement-breakpoint
CREATE TRIGGER absences_logged AFTER INSERT OR UPDATE OR DELETE ON absences
  FOR EACH ROW EXECUTE FUNCTION log_change('id,user_id,institution_id,deputy_id');
--> statement-breakpoint
CREATE TRIGGER mail_preferences_logged AFTER INSERT OR UPDATE OR DELETE ON mail_preferences
  FOR EACH ROW EXECUTE FUNCTION log_change('institution_id,user_id,calendar,reminders,together,own');
--> statement-breakpoint
CREATE TRIGGER data_measures_logged AFTER INSERT OR UPDATE ON data_measures
  FOR EACH ROW EXECUTE FUNCTION log_change('id,run_id,kind,ground,asked_account,decision,decided_account');
--> statement-breakpoint
-- Not whose: the entry stays after the person's last trace has gone.
CREATE TRIGGER key_destructions_logged AFTER INSERT ON key_destructions
  FOR EACH ROW EXECUTE FUNCTION log_change('compartment,measure_id');
