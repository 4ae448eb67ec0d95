import { beforeAll, describe, expect, test } from 'vitest';
import { playScene } from '../../rehearsal/scene.js';
import { adultDeporteeScenes } from '../../test/protocols/adult-deportee/scenes.js';
import { playInCore } from '../../test/protocols/core-player.js';
import { bindingsOf } from '../../test/protocols/two-states.js';
import { adultDeportee } from '../adult-deportee.js';
import type { Act } from '../core/acts.js';
import type { Definition } from '../language/definition.js';
import { auditRun, type Entry } from './audit.js';

const definition: Definition = adultDeportee;
const bindings = bindingsOf(definition);
const AT = Date.parse('2026-02-02T15:00:00Z');

/** The history of a played run as it would be recorded, every answer by the institution that fills the role. */
function recorded(acts: readonly Act[]): Entry[] {
  return acts.map((act, index) => {
    const role = 'role' in act ? act.role : definition.lead;
    const institution = (bindings[role] ?? bindings[definition.lead])!.institution;
    return {
      seq: index + 1,
      act,
      actor: { institution, account: 'cuenta-inventada' },
      answered: true,
      recordedAt: AT + index,
    };
  });
}

let histories: Entry[][];
beforeAll(async () => {
  histories = [];
  for (const { attributes, beats } of adultDeporteeScenes) {
    const player = playInCore(definition, {
      at: AT,
      bindings,
      ...(attributes ? { attributes } : {}),
    });
    await playScene(player, beats);
    histories.push(recorded(player.acts));
  }
}, 60_000);

const departed = () =>
  histories.find((entries) =>
    entries.some(
      ({ act }) => act.type === 'step-completed' && act.step === 'handover-reception-act',
    ),
  )!;
const said = (entries: readonly Entry[], of: Definition = definition) =>
  [...new Set(auditRun(of, entries).map(({ invariant }) => invariant))].sort();

interface Weak {
  steps: { requires?: string[]; when: unknown }[];
  facts: { id: string; initially?: true }[];
}

describe('a recorded history', () => {
  test('of a run that kept the rules has nothing to be said about', () => {
    for (const entries of histories) expect(auditRun(definition, entries)).toEqual([]);
  }, 60_000);

  test('with a gap, or recorded in another order, is told', () => {
    const entries = departed();
    const gap = entries.map((entry, index) =>
      index < 3 ? entry : { ...entry, seq: entry.seq + 1 },
    );
    expect(said(gap)).toEqual(['INV-A17']);
    const back = entries.map((entry, index) => (index === 3 ? { ...entry, recordedAt: 0 } : entry));
    expect(said(back)).toEqual(['INV-A17']);
  });

  test('in which somebody else answered, or nobody gave reasons, is told', () => {
    const entries = departed();
    const other = { institution: 'otra-institucion', account: 'cuenta-inventada' };
    expect(
      said(entries.map((entry) => ('role' in entry.act ? { ...entry, actor: other } : entry))),
    ).toEqual(['INV-A17']);
    expect(said(entries.map((entry) => ({ ...entry, answered: false })))).toEqual(['INV-A17']);
  });

  test('of a departure that a weaker definition let pass is told by what the regime demands', () => {
    const weak = structuredClone(definition) as unknown as Weak;
    for (const step of weak.steps) {
      step.requires = step.requires?.filter((fact) => fact !== 'noReferralPending') ?? [];
      step.when = JSON.parse(
        JSON.stringify(step.when).replaceAll('"noReferralPending"', '"start"'),
      );
    }
    for (const fact of weak.facts) if (fact.id === 'noReferralPending') delete fact.initially;
    const found = said(departed(), weak as unknown as Definition);
    expect(found).toContain('INV-C4');
  });
});
