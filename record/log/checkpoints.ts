import { addCheckpoint, findLatestCheckpoint } from '../../db/queries/log/checkpoints.js';
import { findLogState } from '../../db/queries/log/log-state.js';
import type { Queryable } from '../../db/queries/log/queryable.js';
import { checkpointText } from '../note/checkpoint.js';
import type { Signer } from '../note/keys.js';
import { formatNote, signNote } from '../note/note.js';
import { rootOf, subtreesOf } from '../tree/hashes.js';
import type { Log } from './open-log.js';
import { readNodes } from './tree-reader.js';

/** Seconds between two mails to a witness, unless something urgent happened. */
const MAIL_EVERY = 3600;

/**
 * Signs the log as it stands and puts the checkpoint on its way to the witnesses; undefined when nothing was added since the
 * last one. Throws when the tiles do not make up a tree of that size.
 */
export async function issueCheckpoint(
  { door, origin }: Log,
  signer: Signer,
  urgent: boolean,
  sql: Queryable = door.db.sql,
): Promise<number | undefined> {
  const state = await findLogState(sql);
  const latest = await findLatestCheckpoint(sql);
  if (!state || state.size === 0 || (latest?.size ?? 0) >= state.size) return undefined;
  const { size } = state;
  const root = rootOf(size, await readNodes(sql, subtreesOf(0, size)));
  if (!root) throw new Error(`The tree of the log lacks hashes below position ${size}`);
  const text = checkpointText({ origin, size, root });
  const note = formatNote({ text, signatures: [signNote(text, signer)] });
  const issued = await addCheckpoint(sql, { size, note, urgent, mailEvery: MAIL_EVERY });
  return issued ? size : undefined;
}
