import { randomUUID } from 'node:crypto';
import { createReleaseData } from '../../activities/release-data.js';
import { findRun } from '../../db/queries/find-run.js';
import { SYSTEM, type UndatedAct } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { startRun } from '../../door/start-run.js';
import { holderIn } from '../../protocols/core/draft.js';
import { pendingClocks } from '../../protocols/core/due.js';
import { findUnseconded } from '../../protocols/core/signing.js';
import type { RunState } from '../../protocols/core/state.js';
import { broughtBy } from '../../protocols/language/brought.js';
import type { Definition } from '../../protocols/language/definition.js';
import { signings } from '../../protocols/language/step.js';
import { ActRefused } from '../../rehearsal/act-refused.js';
import { inventAnswers } from '../../rehearsal/invented-answers.js';
import type { ScenePlayer } from '../../rehearsal/scene.js';
import { accepted } from '../support/door.js';

/**
 * A rehearsal played through the door alone, with stored answers: what is due is let happen and what is shared is handed over
 * at once, as the workflow would have it done.
 */
export async function playAtTheDoor(
  door: Door,
  definition: Definition,
  start: {
    readonly at: number;
    readonly bindings: Readonly<Record<string, string>>;
    readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  },
): Promise<ScenePlayer & { readonly runId: string }> {
  let { at } = start;
  const release = createReleaseData({ door }, async () => {});
  const actorOf = (institution: string) => ({
    institution,
    access: 'officer',
    account: 'inventada',
  });
  const begun = accepted(
    await startRun(door, {
      actId: randomUUID(),
      actor: actorOf(start.bindings[definition.lead]!),
      protocol: definition.id,
      bindings: start.bindings,
      rehearsalAt: at,
      ...(start.attributes ? { assigns: start.attributes } : {}),
    }),
  );
  const { runId } = begun;
  const state = async (): Promise<RunState> => (await findRun(door.db.sql, runId))!.state;

  const enter = async (
    act: UndatedAct,
    actor = SYSTEM,
    answers?: { form: string; values: Record<string, unknown> },
  ) => {
    const result = await commitAct(door, {
      runId,
      actId: randomUUID(),
      actor,
      act,
      rehearsalAt: at,
      ...(answers ? { answers } : {}),
    });
    if (!result.ok) throw new ActRefused(JSON.stringify(act), result.refusal);
    for (const effect of result.effects) {
      if (effect.type === 'share-released') await release({ runId, share: effect.share });
    }
  };
  const reach = async (until: number): Promise<void> => {
    for (;;) {
      const next = pendingClocks(await state())[0];
      if (!next || next.dueAt > until) break;
      at = Math.max(at, next.dueAt);
      await enter({ type: 'clock-reached', ...next });
    }
    at = Math.max(at, until);
  };
  const institutionOf = async (role: string, step?: string) =>
    actorOf(holderIn(await state(), definition.lead, step, role).institution);
  const formOf = (id: string) =>
    [...definition.steps, ...definition.events].find((owner) => owner.id === id)?.form ?? [];

  return {
    runId,
    now: async () => at,
    state,
    settle: () => reach(at),
    wait: (ms) => reach(at + ms),
    async answer(step, outcome, dates) {
      const declared = definition.steps.find(({ id }) => id === step);
      if (!declared) throw new Error(`No step ${step}`);
      for (const role of signings(declared, outcome)) {
        await reach(at);
        const opening = (await state()).steps[step]?.open?.opening ?? 0;
        const values = inventAnswers(formOf(step), outcome, at, dates);
        const act = { type: 'step-completed', step, opening, outcome, role } as const;
        const actor = await institutionOf(role, step);
        const { open } = (await state()).steps[step] ?? {};
        const isSecond = open && findUnseconded(declared, open, role)?.outcome === outcome;
        await enter(
          { ...act, ...broughtBy(formOf(step), values) },
          isSecond ? { ...actor, account: 'segunda-inventada' } : actor,
          { form: step, values },
        );
      }
    },
    async report(event, role) {
      await reach(at);
      const values = inventAnswers(formOf(event), '', at);
      const act = { type: 'event-reported', event, role } as const;
      await enter({ ...act, ...broughtBy(formOf(event), values) }, await institutionOf(role), {
        form: event,
        values,
      });
    },
    async acknowledgeAll() {
      for (const [share, { role }] of Object.entries((await state()).acknowledgements)) {
        await enter({ type: 'share-acknowledged', share, role }, await institutionOf(role));
      }
    },
  };
}
