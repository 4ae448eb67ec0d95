-- Whether none of a person's data keys was destroyed; nothing of the keys themselves. Asked together with a run, so that a
-- request that writes needs no question of its own for it.
CREATE FUNCTION has_whole_keys(person text) RETURNS boolean LANGUAGE sql STABLE SET app.access = 'door'
RETURN EXISTS (
  SELECT FROM person_keys k
  WHERE k.person_id = person AND length(k.identity) > 0 AND length(k.contact) > 0 AND length(k.protection) > 0
);
