import { createHmac, hkdfSync } from 'node:crypto';
import { expect } from 'vitest';
import { readActs, readProjections } from '../../db/queries/projections.js';
import { payloadCodec } from '../../platform/temporal/payload-codec.js';
import type { Act } from '../../protocols/core/acts.js';
import { apply } from '../../protocols/core/apply.js';
import type { Effect } from '../../protocols/core/effects.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import { workflowIdOf } from '../../protocols/messages.js';
import { INVENTED_TEXTS } from '../../rehearsal/invented-answers.js';
import type { Stage } from '../support/stage.js';
import { mostLiveTimers, textsOf } from './engine-history.js';

/** Waits until nothing more is to be done for a run that ended; its workflow is then complete. */
export async function runIsOver(
  stage: Stage,
  definition: Definition,
  runId: string,
): Promise<{ acts: Act[]; state: RunState }> {
  const handle = stage.client.workflow.getHandle(workflowIdOf(definition.id, runId));
  const result = await handle.result();
  expect((await handle.describe()).status.name).toBe('COMPLETED');
  const acts = await readActs(stage.database.db.sql, runId);
  const { state } = foldWithEffects(definition, acts);
  expect(result).toEqual({ seq: state.seq, ending: state.ending?.id });
  return { acts, state };
}

/** The facts: history folded again is the stored state, and every share is where the core sent it. */
export async function checkFacts(stage: Stage, definition: Definition, runId: string) {
  const { sql } = stage.database.db;
  const { state, effects } = foldWithEffects(definition, await readActs(sql, runId));
  const stands = await readProjections(sql, runId);
  expect(stands?.run.state).toEqual(JSON.parse(JSON.stringify(state)));

  const releases = await sql<{ share: string; state: string }[]>`
    select share, state from releases where run_id = ${runId} order by share`;
  const wanted = effects.flatMap((effect) => {
    if (effect.type === 'share-released') return [{ share: effect.share, out: true }];
    return effect.type === 'share-suppressed' ? [{ share: effect.share, out: false }] : [];
  });
  const out = releases.map((row) => ({
    share: row.share,
    out: { released: true, acknowledged: true, suppressed: false }[row.state] ?? row.state,
  }));
  const byShare = (a: { share: string }, b: { share: string }) => (a.share < b.share ? -1 : 1);
  expect(out.sort(byShare)).toEqual(wanted.sort(byShare));
}

/** The mail: every notice ended as sent or no longer true, and each sent one is exactly one mail. */
export async function checkMail(stage: Stage, runId: string): Promise<number> {
  const notices = await stage.database.db.sql<{ seq: number; n: number; state: string }[]>`
    select seq, n, state from notices where run_id = ${runId} order by seq, n`;
  expect(notices.filter(({ state }) => state !== 'sent' && state !== 'obsolete')).toEqual([]);
  const { from } = stage.settings.mail;
  const domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  const [master] = stage.settings.secrets.masterKeys;
  const key = Buffer.from(hkdfSync('sha256', master!.key, '', 'retorno mail message id', 32));
  const wrong = notices.filter(({ seq, n, state }) => {
    const digest = createHmac('sha256', key).update(`notice/${runId}/${seq}/${n}`).digest('hex');
    const messageId = `${digest.slice(0, 40)}@${domain}`;
    return stage.catcher.list({ messageId }).total !== (state === 'sent' ? 1 : 0);
  });
  expect(wrong).toEqual([]);
  return notices.filter(({ state }) => state === 'sent').length;
}

/** The engine: never two timers at once, and no word of what was answered, encrypted or read with the keys. */
export async function checkEngine(stage: Stage, definition: Definition, runId: string) {
  const handle = stage.client.workflow.getHandle(workflowIdOf(definition.id, runId));
  const history = await handle.fetchHistory();
  expect(mostLiveTimers(history)).toBeLessThanOrEqual(1);
  const texts = await textsOf(history, payloadCodec(stage.settings.secrets.payloadKeys));
  for (const text of [texts.stored, texts.read]) {
    expect(INVENTED_TEXTS.filter((invented) => text.includes(invented))).toEqual([]);
  }
  const [{ n: answers } = { n: 0 }] = await stage.database.db.sql<{ n: number }[]>`
    select count(*)::int as n from answers where run_id = ${runId}`;
  return { texts, answers, timers: mostLiveTimers(history) };
}

function foldWithEffects(
  definition: Definition,
  acts: readonly Act[],
): { state: RunState; effects: Effect[] } {
  let state: RunState | undefined;
  const effects: Effect[] = [];
  for (const act of acts) {
    const applied = apply(definition, state, act);
    if (!applied.ok) throw new Error(`An entered act is refused: ${applied.refusal.code}`);
    state = applied.state;
    effects.push(...applied.effects);
  }
  if (!state) throw new Error('A run without acts');
  return { state, effects };
}
