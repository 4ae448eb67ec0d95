import type { ApiContext } from '../context.js';
import type { Access } from './access.js';

/**
 * The context of one request: what is asked of the database through it finds of the guarded tables what this access may see,
 * whatever the question forgets to ask (`db/asker.ts`).
 */
export function within<C extends ApiContext>(
  context: C,
  { institution, role, account }: Access,
): C {
  const { door } = context;
  return { ...context, door: { ...door, db: door.db.as({ institution, role, account }) } };
}
