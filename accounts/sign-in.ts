import type { Database } from '../db/client.js';
import type { AccessRole } from '../db/queries/access-tokens.js';
import { forgetAttempts, takeAttempt } from '../db/queries/attempts.js';
import { findLastRole } from '../db/queries/list-sessions.js';
import { findPassword, findPasswordOf } from '../db/queries/passwords.js';
import { findSecondFactors } from '../db/queries/second-factors.js';
import { type Factor, openSession, type SessionLife } from '../db/queries/sessions.js';
import { listMemberships, type Membership } from '../db/queries/users.js';
import { fitsPassword } from './passwords.js';

/** What somebody may do in these roles reaches beyond one step, so a password alone does not open them. */
const NEED_SECOND: readonly AccessRole[] = ['supervisor', 'case-lead', 'admin', 'monitor'];
const SECOND: readonly Factor[] = ['totp', 'passkey', 'oidc-mfa'];

export function needsSecondFactor(role: AccessRole): boolean {
  return NEED_SECOND.includes(role);
}

/** Whether one of a person's roles must not be left without a second factor. `demo` as for `outstandingFor`. */
export async function mustKeepSecond(
  db: Database,
  userId: string,
  { demo }: { demo: boolean },
): Promise<boolean> {
  if (demo) return false;
  return (await listMemberships(db, userId)).some(({ role }) => needsSecondFactor(role));
}

/** How an attempt with a password ended; `wait` is in seconds. */
export type PasswordProof =
  | { readonly userId: string }
  | { readonly wait: number }
  | { readonly wrong: true };

/**
 * Looks at address and password. Whether there is such an account, whether it has ended, and which of the two was wrong,
 * is told neither by the answer nor by the time it takes.
 */
export async function provePassword(
  db: Database,
  email: string,
  password: string,
): Promise<PasswordProof> {
  const attempt = `password/${email}`;
  const wait = await takeAttempt(db, attempt);
  if (wait !== undefined) return { wait };
  const found = await findPassword(db, email);
  const fits = await fitsPassword(password, found?.hash);
  if (!found || !fits) return { wrong: true };
  if ((await listMemberships(db, found.userId)).length === 0) return { wrong: true };
  await forgetAttempts(db, attempt);
  return { userId: found.userId };
}

/** Somebody who has proved something. */
export interface Proven {
  readonly userId: string;
  readonly factors: readonly Factor[];
  /** Their institution's own sign-in proved it: it speaks for its own roles only. */
  readonly only?: string;
}

/** The roles a proof opens. */
async function rolesOf(db: Database, { userId, only }: Proven): Promise<Membership[]> {
  const roles = await listMemberships(db, userId);
  return only === undefined ? roles : roles.filter(({ institution }) => institution === only);
}

/** What a sign-in still needs: a second factor, or one to be set up; nobody may sign in whose roles have all ended. */
export type Outstanding = 'nothing' | 'second-factor' | 'set-up' | 'role';

/** `demo` leaves the second factor out; for installations with invented people only. */
export async function outstandingFor(
  db: Database,
  proven: Proven,
  { demo }: { demo: boolean },
): Promise<Outstanding> {
  const { userId, factors } = proven;
  const roles = await rolesOf(db, proven);
  if (roles.length === 0) return 'role';
  if (demo || factors.some((factor) => SECOND.includes(factor))) return 'nothing';
  const has = await findSecondFactors(db, userId);
  if (has.totp || has.passkeys > 0) return 'second-factor';
  return roles.some(({ role }) => needsSecondFactor(role)) ? 'set-up' : 'nothing';
}

/** Opens a session in the role the person worked in last, else in the first. Undefined when every role has ended. */
export async function beginSession(
  db: Database,
  proven: Proven,
  of: { life: SessionLife; device: string },
): Promise<{ secret: string; role: AccessRole } | undefined> {
  const { userId, factors } = proven;
  const [roles, last] = await Promise.all([rolesOf(db, proven), findLastRole(db, userId)]);
  const start =
    roles.find(
      ({ institution, role }) => institution === last?.institution && role === last.role,
    ) ?? roles[0];
  if (!start) return undefined;
  const secret = await openSession(db, { userId, ...start, factors, ...of });
  return { secret, role: start.role };
}

/** Whether a person who is signed in knows the password; the seconds to wait after several wrong ones. */
export async function proveAgain(
  db: Database,
  user: { readonly id: string; readonly email: string },
  password: string,
): Promise<boolean | number> {
  const attempt = `password/${user.email}`;
  const wait = await takeAttempt(db, attempt);
  if (wait !== undefined) return wait;
  const fits = await fitsPassword(password, await findPasswordOf(db, user.id));
  if (fits) await forgetAttempts(db, attempt);
  return fits;
}
