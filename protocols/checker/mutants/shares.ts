import { type Condition, positiveAtoms } from '../../language/condition.js';
import type { Definition, Role } from '../../language/definition.js';
import type { Category } from '../../language/form.js';
import type { Share, Step } from '../../language/step.js';
import { editStep, without } from './edit.js';
import type { Operator } from './mutant.js';
import { EXTRACT_ONLY, NEVER_TOLD } from './rows.js';

const GROUND = { mark: 'proposal', ref: 'Invented for a broken definition' } as const;

function shareWith(to: string, categories: readonly Category[]): Share {
  return {
    id: 'too-much',
    to,
    categories,
    purpose: { es: 'Inventado para romper la regla', en: 'Invented to break the rule' },
    ground: GROUND,
  };
}

function editShare(definition: Definition, step: string, id: string, change: (of: Share) => Share) {
  return editStep(definition, step, (of) => ({
    ...of,
    shares: (of.shares ?? []).map((share) => (share.id === id ? change(share) : share)),
  }));
}

function addShare(definition: Definition, step: string, share: Share): Definition {
  return editStep(definition, step, (of) => ({ ...of, shares: [...(of.shares ?? []), share] }));
}

/** A step may share only on outcomes that close it. */
function canShare(step: Step): boolean {
  return step.outcomes.some((outcome) => !outcome.keepsOpen);
}

function rolesNeverTold(definition: Definition, category: string): Role[] {
  return definition.roles.filter(({ kind, side }) => NEVER_TOLD[category]!(kind, side));
}

/** Criminal records and accounts of protection go to bodies that must never have them. */
const widenShare: Operator = {
  id: 'widen-share',
  says: 'a share also carries criminal records or a protection account',
  *breaks(definition) {
    for (const category of ['D9', 'D6'] as const) {
      const forbidden = new Set(rolesNeverTold(definition, category).map(({ id }) => id));
      for (const step of definition.steps) {
        for (const share of step.shares ?? []) {
          if (!forbidden.has(share.to) || share.categories.includes(category)) continue;
          yield {
            at: `${step.id}/${share.id}/${category}`,
            // Where a share names its fields, one without a field of the category means nothing.
            expects: ['INV-P3', 'share-only-none'],
            definition: editShare(definition, step.id, share.id, (of) => ({
              ...of,
              categories: [...of.categories, category],
            })),
          };
        }
      }
    }
  },
};

/** What one body may know is sent to another one. */
const redirectShare: Operator = {
  id: 'redirect-share',
  says: 'criminal records or a protection account are sent to a body that must never have them',
  *breaks(definition) {
    for (const category of ['D9', 'D6'] as const) {
      const forbidden = rolesNeverTold(definition, category);
      for (const step of definition.steps) {
        const collects = step.form?.some((field) => field.category === category);
        if (!collects || !canShare(step)) continue;
        for (const { id } of forbidden) {
          yield {
            at: `${step.id}/${id}/${category}`,
            expects: ['INV-P3'],
            definition: addShare(definition, step.id, shareWith(id, [category])),
          };
        }
      }
    }
  },
};

/** Facts of which one being false suppresses a share. */
function suppressing(condition: Condition): string[] | undefined {
  if (typeof condition === 'string') return undefined;
  if ('not' in condition) return typeof condition.not === 'string' ? [condition.not] : undefined;
  if (!('any' in condition)) return undefined;
  const parts = condition.any.map(suppressing);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** A notice to the consulate, or to the country of origin, is no longer held back. */
const dropSuppression: Operator = {
  id: 'drop-suppression',
  says: 'a notice to the country of origin is no longer held back',
  *breaks(definition) {
    const roles = new Map(definition.roles.map((role) => [role.id, role]));
    for (const step of definition.steps) {
      for (const share of step.shares ?? []) {
        const role = roles.get(share.to);
        if (!share.unless || role?.side !== 'receiving') continue;
        const facts = suppressing(share.unless);
        // Where the step itself requires all of it, the suppression only says it a second time.
        if (!facts || facts.every((fact) => step.requires?.includes(fact))) continue;
        const consular = role.kind === 'CON' ? ['INV-P1'] : [];
        const own = definition.regime === 'voluntary' ? ['INV-V4'] : [];
        const secret = definition.regime === 'victim' ? ['INV-T1'] : [];
        if (consular.length + own.length + secret.length === 0) continue;
        yield {
          at: `${step.id}/${share.id}`,
          expects: [...consular, ...own, ...secret],
          definition: editShare(definition, step.id, share.id, (of) => without(of, 'unless')),
        };
      }
    }
  },
};

/** After these nothing may reach the country of origin. */
const REPORTS = ['event:asylum-claim', 'event:trafficking-indicator'];

/** Something that tells who the person is goes to the country of origin long before anything allows it. */
const earlyNotice: Operator = {
  id: 'early-notice',
  says: 'the country of origin is told who the person is before anything allows it',
  *breaks(definition) {
    const { regime } = definition;
    const expects = ['INV-P1'];
    if (regime === 'voluntary') expects.push('INV-V4');
    if (regime === 'victim') expects.push('INV-T1');
    const told = definition.roles.filter(
      ({ kind, side }) =>
        kind === 'CON' || (side === 'receiving' && (regime === 'victim' || regime === 'voluntary')),
    );
    const early = definition.steps.filter((step, index) => {
      const atoms = positiveAtoms(step.when);
      const isReported = REPORTS.some((atom) => atoms.includes(atom));
      const isLate = atoms.includes('received') || atoms.includes('returned');
      // A recall shares nothing, whatever it is given: that is no broken definition but none at all.
      return canShare(step) && !step.recalls && (index < 2 || (isReported && !isLate));
    });
    for (const step of early) {
      for (const { id } of told) {
        yield {
          at: `${step.id}/${id}`,
          expects,
          definition: addShare(definition, step.id, shareWith(id, ['D1'])),
        };
      }
    }
  },
};

/** One person alone, or nobody at all, tells the country of origin who somebody is. */
const loneRelease: Operator = {
  id: 'lone-release',
  says: 'one person alone, or silence, tells the country of origin who somebody is',
  *breaks(definition) {
    for (const step of definition.steps) {
      const seconded = step.secondPerson ?? [];
      for (const outcome of seconded) {
        // What lowers protection is confirmed for another reason; `lone-lowering` breaks that.
        if (step.outcomes.some(({ id, lowers }) => id === outcome && lowers)) continue;
        const left = seconded.filter((id) => id !== outcome);
        yield {
          at: `${step.id}/${outcome}`,
          expects: ['INV-P7'],
          definition: editStep(definition, step.id, (of) =>
            left.length > 0 ? { ...of, secondPerson: left } : without(of, 'secondPerson'),
          ),
        };
        const { deadline } = step;
        if (!deadline || deadline.lapse) continue;
        yield {
          at: `${step.id}/${outcome}/silence`,
          // A line of a list, or a yes that is demanded, is refused before sharing is looked at.
          expects: ['INV-P7', 'line-by-silence', 'yes-by-silence'],
          definition: editStep(definition, step.id, (of) => ({
            ...of,
            deadline: { ...deadline, silence: 'L3', lapse: outcome },
          })),
        };
      }
    }
  },
};

/** What was kept to an extract goes whole. */
const wholeShare: Operator = {
  id: 'whole-share',
  says: 'a body that gets an extract is sent everything of the category',
  *breaks(definition) {
    const roles = new Map(definition.roles.map((role) => [role.id, role]));
    for (const step of definition.steps) {
      for (const share of step.shares ?? []) {
        const extract = EXTRACT_ONLY[roles.get(share.to)?.kind ?? ''];
        if (!share.only || !extract || !share.categories.includes(extract)) continue;
        yield {
          at: `${step.id}/${share.id}`,
          expects: ['INV-P2'],
          definition: editShare(definition, step.id, share.id, (of) => without(of, 'only')),
        };
      }
    }
  },
};

export const shares: readonly Operator[] = [
  loneRelease,
  widenShare,
  wholeShare,
  redirectShare,
  dropSuppression,
  earlyNotice,
];
