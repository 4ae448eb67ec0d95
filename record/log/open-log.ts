import { randomBytes } from 'node:crypto';
import { beginLog, findLogState } from '../../db/queries/log/log-state.js';
import type { Door } from '../../door/door.js';

/** The log of an installation: its name for ever, and what makes the salts of its commitments. */
export interface Log {
  readonly door: Door;
  readonly origin: string;
  readonly salts: Buffer;
}

const PLACE = 'log/salts';

/** Opens the log, beginning it where there is none. Throws when the master key is another one. */
export async function openLog(door: Door): Promise<Log> {
  const { db, vault } = door;
  const fresh = vault.protect(randomBytes(32).toString('base64url'), PLACE);
  const origin = `retorno/log/${randomBytes(6).toString('hex')}`;
  await beginLog(db.sql, { origin, sealedSalts: fresh });
  const state = await findLogState(db.sql);
  if (!state) throw new Error('The log was not begun');
  const salts = Buffer.from(vault.reveal(state.sealedSalts, PLACE), 'base64url');
  return { door, origin: state.origin, salts };
}
