-- Whoever changes something, as the connection was told for this transaction (`db/asker.ts`): an access of an institution,
-- `system` for the processes and commands of the installation, `guest` for somebody who is not signed in.
CREATE FUNCTION logged_actor() RETURNS json LANGUAGE sql STABLE
RETURN CASE
  WHEN current_setting('app.access', true) = 'door' THEN json_build_object('access', 'system')
  WHEN coalesce(current_setting('app.access', true), '') = '' THEN json_build_object('access', 'guest')
  ELSE json_build_object('institution', current_setting('app.institution', true), 'access', current_setting('app.access', true),
    'account', current_setting('app.account', true))
END;
