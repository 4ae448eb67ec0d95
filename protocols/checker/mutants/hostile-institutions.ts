import type { Definition, Role } from '../../language/definition.js';
import type { Category } from '../../language/form.js';
import { type Step, signers } from '../../language/step.js';
import { editOutcome, editStep, editSteps, factOf, names, without } from './edit.js';
import type { Operator } from './mutant.js';
import { departureFacts, invariantsOf } from './rows.js';
import { settersOf } from './silence.js';

/** Facts a departure needs that only people of certain institutions may find, with the steps that find them. */
function findings(definition: Definition): { fact: string; step: Step }[] {
  return departureFacts(definition)
    .filter((fact) => !['travelDocValid', 'monitorNotified', 'identityConfirmed'].includes(fact))
    .flatMap((fact) =>
      [...new Set(settersOf(definition, fact).map(({ step }) => step))].map((step) => ({
        fact,
        step,
      })),
    );
}

function editRole(definition: Definition, id: string, change: (role: Role) => Role): Definition {
  return {
    ...definition,
    roles: definition.roles.map((role) => (role.id === id ? change(role) : role)),
  };
}

/** An institution that must decide may be missing, and the lead then answers in its place. */
const vacantDecider: Operator = {
  id: 'vacant-decider',
  says: 'a role that must decide or sign may stay empty, so that the lead does it',
  *breaks(definition) {
    const found = findings(definition);
    for (const { id, kind, optional } of definition.roles) {
      if (optional || !['ASY', 'CPA', 'ATU', 'HEA', 'COURT', 'MIG'].includes(kind)) continue;
      const facts = found.filter(({ step }) => signers(step).includes(id));
      const isHandover = definition.steps.some(
        (step) => step.effects?.includes('hands-over') && isOnlyOne(definition, step, id),
      );
      // Migration may be one of several who find something; what counts is who else does.
      if (!isHandover && (facts.length === 0 || kind === 'MIG')) continue;
      yield {
        at: id,
        expects: [
          ...(isHandover ? ['INV-A10', 'INV-C8'] : []),
          ...facts.flatMap(({ fact }) => invariantsOf(definition, fact)),
        ],
        definition: editRole(definition, id, (role) => ({ ...role, optional: true })),
      };
    }
  },
};

/** Whether a role is the one authority of its State that signs. */
function isOnlyOne({ roles }: Definition, step: Step, id: string): boolean {
  const by = signers(step);
  const side = roles.find((role) => role.id === id)?.side;
  const others = roles.filter(
    (role) => role.side === side && role.id !== id && by.includes(role.id) && role.kind !== 'HEA',
  );
  return by.includes(id) && others.length === 0;
}

/** What several must agree on takes effect with the first of them, because it is called interim. */
const interimDecision: Operator = {
  id: 'interim-decision',
  says: 'a finding several must sign takes effect with one, as an interim result',
  *breaks(definition) {
    for (const { fact, step } of findings(definition)) {
      if (signers(step).length < 2) continue;
      for (const outcome of step.outcomes) {
        const sets = outcome.sets?.some((one) => factOf(one) === fact);
        if (!sets || step.shares?.some(({ on }) => on?.includes(outcome.id))) continue;
        if (outcome.alone || outcome.lowers || step.secondPerson?.includes(outcome.id)) continue;
        yield {
          at: `${step.id}:${outcome.id}/${fact}`,
          expects: [...invariantsOf(definition, fact), 'INV-P8'],
          definition: editOutcome(definition, step.id, outcome.id, (of) => ({
            ...of,
            keepsOpen: true,
          })),
        };
      }
    }
    for (const step of definition.steps) {
      if (!step.effects?.includes('hands-over') || signers(step).length < 2) continue;
      for (const outcome of step.outcomes.filter((one) => !one.despiteMissing)) {
        if (!outcome.sets?.length) continue;
        yield {
          at: `${step.id}:${outcome.id}/handover`,
          expects: ['INV-A10'],
          definition: editStep(definition, step.id, (of) => ({
            ...without(of, 'shares'),
            outcomes: of.outcomes.map((one) =>
              one.id === outcome.id ? { ...one, keepsOpen: true } : one,
            ),
          })),
        };
      }
    }
  },
};

const OTHER: Readonly<Record<Role['side'], Role['side']>> = {
  sending: 'receiving',
  receiving: 'sending',
  either: 'receiving',
};

/** The kind is of the one State, the signature of the other. */
const kindAndSideApart: Operator = {
  id: 'kind-and-side-apart',
  says: 'an institution of the other State finds it, beside a signer of the right State of another kind',
  *breaks(definition) {
    const counsel = definition.roles.find(({ kind }) => kind === 'LEGAL');
    if (!counsel) return;
    for (const fact of ['nonRefoulementClear', 'bidReturn', 'guardianActive', 'familyUnityOk']) {
      const invariants = invariantsOf(definition, fact);
      if (invariants.length === 0 || definition.regime === 'voluntary') continue;
      for (const step of new Set(settersOf(definition, fact).map((setter) => setter.step))) {
        const finder = definition.roles.find(
          ({ id, kind }) => signers(step).includes(id) && ['ASY', 'CPA', 'ATU'].includes(kind),
        );
        if (!finder) continue;
        const abroad: Role = { ...finder, id: 'FINDER-ABROAD', side: OTHER[finder.side] };
        const broken = { ...definition, roles: [...definition.roles, abroad] };
        yield {
          at: `${step.id}/${fact}`,
          expects: [...invariants, 'INV-C5'],
          definition: editStep(broken, step.id, (of) => ({ ...of, by: [abroad.id, counsel.id] })),
        };
      }
    }
    for (const [kind, expects] of [
      ['COURT', ['INV-A4']],
      ['ASY', ['INV-A2', 'INV-P1']],
      ['HEA', ['INV-A11']],
    ] as const) {
      const role = definition.roles.find((one) => one.kind === kind && one.side === 'sending');
      if (!role) continue;
      yield {
        at: role.id,
        expects,
        definition: editRole(definition, role.id, (of) => ({ ...of, side: 'receiving' })),
      };
    }
  },
};

/** An authority of the State of origin says that it is of another, or of none. */
const untrueSide: Operator = {
  id: 'untrue-side',
  says: 'an authority of origin is declared to be of neither State, or leads the run',
  *breaks(definition) {
    const expects = ['INV-P9'];
    for (const { id, kind, side } of definition.roles) {
      if (side !== 'receiving') continue;
      const sides: Role['side'][] =
        kind === 'CON' || kind === 'MFA' ? ['either', 'sending'] : ['either'];
      // Organisations may be of neither State.
      if (['CSO', 'LEGAL', 'IOM', 'PRIV'].includes(kind)) continue;
      for (const other of sides) {
        yield {
          at: `${id}/${other}`,
          expects,
          definition: editRole(definition, id, (role) => ({ ...role, side: other })),
        };
      }
    }
    for (const part of ['lead', 'monitor'] as const) {
      const id = definition[part];
      if (id === undefined) continue;
      yield {
        at: `${part}/of-origin`,
        expects,
        definition: editRole(definition, id, (role) => ({ ...role, side: 'receiving' })),
      };
    }
    const first = definition.roles.find(({ kind }) => kind === 'CON');
    if (!first) return;
    yield {
      at: 'kind/EMB',
      expects,
      definition: {
        ...definition,
        roles: [...definition.roles, { ...first, id: 'EMBASSY', kind: 'EMB' }],
      },
    };
  },
};

/** Somebody who is no authority receives the person, or nobody who takes them there signs. */
const privateHandover: Operator = {
  id: 'private-handover',
  says: 'a handover is signed by bodies that are no authority, or a departure from abroad',
  *breaks(definition) {
    const town = definition.roles.find(({ kind }) => kind === 'MUN' || kind === 'SOC');
    for (const step of definition.steps) {
      if (!town || !step.effects) continue;
      if (step.effects.includes('hands-over') && !names(step.when, 'receptionSafe')) {
        const by = signers(step);
        const left = by.filter(
          (id) => definition.roles.find((role) => role.id === id)?.side !== 'receiving',
        );
        if (left.length === by.length) continue;
        yield {
          at: `${step.id}/${town.id}`,
          expects: ['INV-A10', 'INV-C8'],
          definition: editStep(definition, step.id, (of) => ({ ...of, by: [...left, town.id] })),
        };
      }
      if (!step.effects.includes('departs')) continue;
      yield {
        at: `${step.id}/${town.id}`,
        expects: ['INV-A9', 'INV-C2'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          by: town.id,
          outcomes: of.outcomes.map((outcome) => without(outcome, 'alone')),
        })),
      };
    }
  },
};

/** One person alone releases data to the State of origin, beside a name of that State that need not sign. */
const coSignedRelease: Operator = {
  id: 'co-signed-release',
  says: 'one person releases identity to origin, because an institution of origin is named as signer',
  *breaks(definition) {
    const town = definition.roles.find(({ kind }) => kind === 'MUN' || kind === 'SOC');
    for (const step of definition.steps) {
      const [outcome] = step.secondPerson ?? [];
      const isRelease = step.shares?.some(({ to }) =>
        definition.roles.some(({ id, kind }) => id === to && kind === 'CON'),
      );
      if (!town || outcome === undefined || !isRelease || typeof step.by !== 'string') continue;
      if (step.outcomes.some(({ lowers }) => lowers)) continue;
      yield {
        at: `${step.id}/${outcome}`,
        expects: ['INV-P7', 'INV-V4', 'INV-T1'],
        definition: editStep(definition, step.id, (of) => ({
          ...without(of, 'secondPerson'),
          by: [String(of.by), town.id],
          outcomes: of.outcomes.map((one) => ({ ...one, alone: true as const })),
        })),
      };
    }
  },
};

/** A tick stands for the reasons of a finding. */
const tickForReasons: Operator = {
  id: 'tick-for-reasons',
  says: 'a finding about a person is made with a tick',
  *breaks(definition) {
    const inWords = ['nonRefoulementClear', 'bidReturn', 'childViewRecorded', 'familyUnityOk'];
    for (const { fact, step } of findings(definition)) {
      if (!inWords.includes(fact) || !step.safeguard || step.consent) continue;
      if (definition.regime === 'voluntary' && fact === 'childViewRecorded') continue;
      yield {
        at: `${step.id}/${fact}`,
        expects: invariantsOf(definition, fact),
        definition: editStep(unnamed(definition, step), step.id, (of) => ({
          ...without(of, 'shares'),
          form: [
            {
              id: 'done',
              type: 'boolean',
              category: 'D8',
              label: { es: 'Hecho', en: 'Done' },
              required: true,
            },
          ],
        })),
      };
    }
  },
};

/** A copy in which no share names the fields of a step, which goes on without them. */
function unnamed(definition: Definition, { form = [] }: Step): Definition {
  const isGone = (field: string) => form.some(({ id }) => id === field);
  return editSteps(definition, (step) => ({
    ...step,
    ...(step.shares
      ? {
          shares: step.shares.map((share) =>
            share.only?.some(isGone)
              ? { ...share, only: share.only.filter((field) => !isGone(field)) }
              : share,
          ),
        }
      : {}),
  }));
}

/** What the consulate may not know yet, another institution of its State is told, or a company is told everything. */
const toldBeside: Operator = {
  id: 'told-beside',
  says: 'another institution of origin, or a company, is told what the consulate may not know yet',
  *breaks(definition) {
    const { regime } = definition;
    const share = (to: string, categories: readonly Category[]) => ({
      id: 'told-beside',
      to,
      categories,
      purpose: { es: 'Inventado para romper la regla', en: 'Invented to break the rule' },
      ground: { mark: 'proposal', ref: 'Invented for a broken definition' } as const,
    });
    const first = definition.steps.find(
      ({ shares, outcomes }) => Boolean(shares) && outcomes.some((outcome) => !outcome.keepsOpen),
    );
    if (!first) return;
    const telling = (base: Definition, to: string, categories: readonly Category[]) =>
      editStep(base, first.id, (of) => ({
        ...of,
        shares: [...(of.shares ?? []), share(to, categories)],
      }));
    for (const { id, kind, side } of definition.roles) {
      if (side !== 'receiving' || kind === 'CPA' || regime === 'voluntary') continue;
      yield {
        at: id,
        expects: ['INV-P1', 'INV-T1'],
        definition: telling(definition, id, ['D1']),
      };
    }
    const firm: Role = {
      id: 'FIRM',
      kind: 'PRIV',
      side: 'either',
      title: { es: 'Empresa', en: 'Company' },
    };
    for (const category of ['D6', 'D9'] as const) {
      yield {
        at: `FIRM/${category}`,
        expects: ['INV-P2', 'INV-T5'],
        definition: telling({ ...definition, roles: [...definition.roles, firm] }, firm.id, [
          category,
        ]),
      };
    }
  },
};

export const hostileInstitutions: readonly Operator[] = [
  vacantDecider,
  interimDecision,
  kindAndSideApart,
  untrueSide,
  privateHandover,
  coSignedRelease,
  tickForReasons,
  toldBeside,
];
