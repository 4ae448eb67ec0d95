import type { Length } from '../../language/deadline.js';
import type { Definition } from '../../language/definition.js';
import type { Outcome, Share, Step } from '../../language/step.js';
import { signers } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import { otherConsents } from './consent-variations.js';
import { editStep, editSteps, factOf, renameRole } from './edit.js';
import { clearsMore, moreRecalled, moreReporters } from './more-variations.js';
import type { Broken, Operator } from './mutant.js';

/** A change that leaves every safeguard where it was: nothing may be reported as an error. */
const harmless = (at: string, definition: Definition): Broken => ({ at, expects: [], definition });

const PROPOSAL = { mark: 'proposal', ref: 'Invented for a harmless variation' } as const;

const said = ({ es, en }: Text): Text => ({ es: `${es} (otra vez)`, en: `${en} (again)` });

const rename: Operator = {
  id: 'other-texts',
  says: 'titles and instructions in other words',
  *breaks(definition) {
    yield harmless('all', {
      ...editSteps(definition, (step) => ({
        ...step,
        title: said(step.title),
        outcomes: step.outcomes.map((outcome) => ({ ...outcome, title: said(outcome.title) })),
      })),
      title: said(definition.title),
      facts: definition.facts.map((fact) => ({ ...fact, title: said(fact.title) })),
      events: definition.events.map((event) => ({ ...event, title: said(event.title) })),
    });
    for (const { id } of everyNth(definition.steps, 8)) {
      yield harmless(
        id,
        editStep(definition, id, (step) => ({
          ...step,
          instructions: { es: 'Hágalo con cuidado.', en: 'Do it with care.' },
        })),
      );
    }
  },
};

function everyNth<T>(entries: readonly T[], nth: number): T[] {
  return entries.filter((_, index) => index % nth === 0);
}

/** Another institution of the same kind fills the role and gives it its own name. */
const otherInstitution: Operator = {
  id: 'other-institution',
  says: 'another institution of the same kind, under another name of the role',
  *breaks(definition) {
    for (const { id } of definition.roles)
      yield harmless(id, renameRole(definition, id, 'OTHER-ONE'));
  },
};

const otherTimes: Operator = {
  id: 'other-times',
  says: 'longer or shorter times to answer that no safeguard bounds',
  *breaks(definition) {
    for (const step of definition.steps) {
      const { deadline } = step;
      if (!deadline || deadline.length === 0 || deadline.from || deadline.lapse) continue;
      const length = deadline.length > 5 ? Math.floor(deadline.length / 2) : deadline.length * 2;
      yield harmless(
        `${step.id}/${length}`,
        editStep(definition, step.id, (of) => ({ ...of, deadline: { ...deadline, length } })),
      );
    }
  },
};

const shorterValidity: Operator = {
  id: 'shorter-validity',
  says: 'a finding is good for less time',
  *breaks(definition) {
    const facts = new Set<string>();
    for (const { outcomes } of definition.steps) {
      for (const one of outcomes.flatMap(({ sets }) => sets ?? [])) {
        if (typeof one !== 'string') facts.add(one.fact);
      }
    }
    const shorten = ({ length, unit }: Length): Length => ({ length: Math.ceil(length / 2), unit });
    for (const fact of facts) {
      yield harmless(
        fact,
        editSteps(definition, (step) => ({
          ...step,
          outcomes: step.outcomes.map((outcome) => ({
            ...outcome,
            ...(outcome.sets
              ? {
                  sets: outcome.sets.map((one) =>
                    typeof one !== 'string' && factOf(one) === fact
                      ? { fact, validFor: shorten(one.validFor) }
                      : one,
                  ),
                }
              : {}),
          })),
        })),
      );
    }
  },
};

const moreSafeguards: Operator = {
  id: 'more-safeguards',
  says: 'a step becomes a safeguard, or a new check comes before departure',
  *breaks(definition) {
    for (const step of definition.steps) {
      if (step.safeguard || step.deadline?.silence !== 'L1') continue;
      yield harmless(
        step.id,
        editStep(definition, step.id, (of) => ({
          ...of,
          safeguard: true,
          deadline: { ...of.deadline!, silence: 'L2' },
        })),
      );
    }
    yield harmless('extra-check', withExtraCheck(definition));
  },
};

/** One more question before every departure, asked anew for every journey. */
function withExtraCheck(definition: Definition): Definition {
  const fact = 'extraCheckPassed';
  const clearing = <T extends { readonly clears?: readonly string[] }>(does: T): T =>
    does.clears?.includes('windowValid') ? { ...does, clears: [...does.clears, fact] } : does;
  const check: Step = {
    id: 'extra-check',
    kind: 'approval',
    stage: definition.stages[0]!.id,
    title: { es: 'Otra verificación', en: 'One more check' },
    by: definition.lead,
    when: { all: ['inSendingState', 'windowValid', { not: fact }] },
    safeguard: true,
    deadline: { length: 2, unit: 'working-days', silence: 'L2', source: PROPOSAL },
    outcomes: [
      { id: 'passed', title: { es: 'En orden', en: 'In order' }, sets: [fact] },
      {
        id: 'wait',
        title: { es: 'Todavía no', en: 'Not yet' },
        keepsOpen: true,
      },
    ],
  };
  const steps = definition.steps.map((step) => ({
    ...step,
    ...(step.clearsAtOpening?.includes('windowValid')
      ? { clearsAtOpening: [...step.clearsAtOpening, fact] }
      : {}),
    ...(step.effects?.includes('departs') ? { requires: [...(step.requires ?? []), fact] } : {}),
    outcomes: step.outcomes.map(clearing),
  }));
  return {
    ...definition,
    facts: [
      ...definition.facts,
      {
        id: fact,
        title: { es: 'Otra verificación en orden', en: 'One more check is in order' },
        missing: { es: 'Falta otra verificación', en: 'One more check is missing' },
      },
    ],
    steps: [...steps, check],
    events: definition.events.map(clearing),
  };
}

const moreSigners: Operator = {
  id: 'more-signers',
  says: 'somebody else must sign too',
  *breaks(definition) {
    for (const step of definition.steps) {
      if (!step.safeguard || step.deadline?.lapse) continue;
      const by = signers(step);
      const role = ['LEGAL', 'MON'].find((id) => !by.includes(id));
      if (!role || !definition.roles.some(({ id, optional }) => id === role && !optional)) continue;
      yield harmless(
        `${step.id}/${role}`,
        editStep(definition, step.id, (of) => ({ ...of, by: [...by, role] })),
      );
    }
  },
};

const moreNotices: Operator = {
  id: 'more-notices',
  says: 'the lead institution is told of one more thing',
  *breaks(definition) {
    for (const { id, outcomes } of everyNth(definition.steps, 6)) {
      const outcome = outcomes.find((one) => !one.ends && !one.continues && !one.bySilence);
      if (!outcome) continue;
      const notice: Step = {
        id: 'one-more-notice',
        kind: 'notice',
        stage: definition.stages[0]!.id,
        title: { es: 'Un aviso más', en: 'One more notice' },
        by: definition.lead,
        when: `${id}:${outcome.id}`,
        deadline: { length: 5, unit: 'working-days', silence: 'L1', source: PROPOSAL },
        outcomes: [{ id: 'read', title: { es: 'Leído', en: 'Read' } }],
      };
      yield harmless(id, { ...definition, steps: [...definition.steps, notice] });
    }
  },
};

const stricterSilence: Operator = {
  id: 'stricter-silence',
  says: 'silence is pressed harder',
  *breaks(definition) {
    const stricter = { L0: 'L1', L1: 'L2' } as const;
    for (const step of definition.steps) {
      const silence = step.deadline?.silence;
      if (silence !== 'L0' && silence !== 'L1') continue;
      if (silence === 'L0' && step.safeguard) continue;
      yield harmless(
        step.id,
        editStep(definition, step.id, (of) => ({
          ...of,
          deadline: { ...of.deadline!, silence: stricter[silence] },
        })),
      );
    }
  },
};

const oneMoreVisit: Operator = {
  id: 'one-more-visit',
  says: 'one more visit after the last',
  *breaks(definition) {
    for (const { id, series, limit, kind } of definition.steps) {
      if (!series || limit !== undefined || kind !== 'follow-up') continue;
      const at: Length[] = [...series.at, { length: 18, unit: 'months' }];
      yield harmless(
        id,
        editStep(definition, id, (of) => ({ ...of, series: { ...series, at } })),
      );
    }
  },
};

const otherOrder: Operator = {
  id: 'other-order',
  says: 'the same in another order where order has no meaning',
  *breaks(definition) {
    const back = <T>(entries: readonly T[]): T[] => [...entries].reverse();
    for (const list of ['facts', 'events', 'roles', 'endings', 'stages', 'steps'] as const) {
      yield harmless(list, { ...definition, [list]: back(definition[list]) });
    }
    yield harmless(
      'requires',
      editSteps(definition, (step) =>
        step.requires ? { ...step, requires: back(step.requires) } : step,
      ),
    );
    yield harmless(
      'outcomes',
      editSteps(definition, (step) => ({ ...step, outcomes: back(step.outcomes) })),
    );
  },
};

const lessData: Operator = {
  id: 'less-data',
  says: 'a share carries less',
  *breaks(definition) {
    for (const step of definition.steps) {
      for (const { id, categories } of step.shares ?? []) {
        if (categories.length < 2) continue;
        yield harmless(
          `${step.id}/${id}`,
          editStep(definition, step.id, (of) => ({
            ...of,
            shares: of.shares!.map((share) =>
              share.id === id ? narrowed(definition, share) : share,
            ),
          })),
        );
      }
    }
  },
};

/** Without its last category, and without the fields of it where the share names fields. */
function narrowed({ steps, events }: Definition, share: Share): Share {
  const { only } = share;
  const categories = share.categories.slice(0, -1);
  const fields = [...steps, ...events].flatMap(({ form }) => form ?? []);
  const stays = (id: string) =>
    fields.some((field) => field.id === id && categories.includes(field.category));
  return { ...share, categories, ...(only ? { only: only.filter(stays) } : {}) };
}

/** Something is recorded and nothing changes by it. */
const interimResult: Operator = {
  id: 'interim-result',
  says: 'an interim result that changes nothing',
  *breaks(definition) {
    const noted: Outcome = {
      id: 'noted-meanwhile',
      title: { es: 'Anotado, sigue abierto', en: 'Noted, stays open' },
      keepsOpen: true,
    };
    for (const { id } of everyNth(definition.steps, 5)) {
      yield harmless(
        id,
        editStep(definition, id, (step) => ({ ...step, outcomes: [...step.outcomes, noted] })),
      );
    }
  },
};

/** Changes that leave every safeguard in force; the checker must not object to any. */
export const VARIATIONS: readonly Operator[] = [
  rename,
  otherInstitution,
  otherTimes,
  shorterValidity,
  otherConsents,
  moreSafeguards,
  moreSigners,
  moreNotices,
  stricterSilence,
  oneMoreVisit,
  otherOrder,
  lessData,
  interimResult,
  moreRecalled,
  moreReporters,
  clearsMore,
];
