import { withheldWhile } from '../../language/consent.js';
import { type Step, signers } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { nameStep, t } from '../words.js';

/** What the person agreed to, and what was told while they did. */
const AGREED = [
  'consularContactAgreed',
  'originNoticeAgreed',
  'consulateTold',
  'originTold',
] as const;

/** What the person agrees to, and what is told with that answer. */
const AGREEMENTS: readonly (readonly [string, ...string[]])[] = [
  ['consularContactAgreed', 'consulateTold'],
  ['originNoticeAgreed', 'originTold'],
];

/**
 * Before the journey every share with an authority of origin is held back for certain unless one of these facts holds,
 * and every step such an authority answers requires one. The facts come of answers in which the person agreed, none holds
 * from the start, and what the person agrees to is declared as a consent, so that the other safeguards of consents
 * speak of it: how it was given is on record (INV-V3), and it can be taken back at any time (INV-V5).
 * (That what was told is taken back again to the same authority is not a new disclosure.)
 */
export const invV4: Invariant = {
  id: 'INV-V4',
  regimes: ['voluntary'],
  must: t(
    'El país de origen sabe del retorno solo si la persona lo consintió; el registro a la llegada es la excepción.',
    'The country of origin learns of the return only with consent; registration on arrival is the exception.',
  ),
  source: 'GCM objective 21(c)-(d)',
  check(scope) {
    const { model } = scope;
    for (const step of model.definition.steps) {
      if (!model.early.has(step)) continue;
      // A recall opens only at a role that was told before, with the agreement of the person.
      if (!step.recalls) checkSigners(scope, step);
      for (const share of step.shares ?? []) {
        if (model.role(share.to)?.side !== 'receiving') continue;
        const none = knowing(Object.fromEntries(AGREED.map((fact) => [fact, false])));
        const required = AGREED.some((fact) => step.requires?.includes(fact));
        const withheld = withheldWhile(model.definition, share);
        if (required || (withheld && judge(withheld, none) === true)) continue;
        scope.report('origin-told-unasked', `steps/${step.id}/shares/${share.id}`, {
          step: nameStep(model, step.id),
          to: share.to,
        });
      }
    }
    for (const [fact, ...others] of AGREEMENTS) {
      checkDeclared(scope, fact);
      for (const { id, initially } of model.definition.facts) {
        if (initially && (id === fact || others.includes(id))) {
          scope.report('agreement-assumed', `facts/${id}`, { fact: id });
        }
      }
      // What was told was told with the answer that agreed to it.
      for (const told of others) {
        for (const move of model.setters(told)) {
          if (move.kind === 'answered' && move.sets.includes(fact)) continue;
          scope.report('agreement-assumed', move.where, { fact: told });
        }
      }
      for (const move of model.setters(fact)) {
        if (
          move.kind === 'answered' &&
          model.roles(move.step!).every(({ side }) => side !== 'receiving')
        )
          continue;
        scope.report('agreement-assumed', move.where, { fact });
      }
    }
  },
};

function checkDeclared(scope: Scope, fact: string): void {
  const { consents = [], facts } = scope.model.definition;
  if (!facts.some(({ id }) => id === fact)) return;
  const isDeclared = consents.some(
    ({ kind, holds }) => kind === 'sharing' && 'fact' in holds && holds.fact === fact,
  );
  if (!isDeclared) scope.report('agreement-undeclared', `facts/${fact}`, { fact });
}

function checkSigners(scope: Scope, step: Step): void {
  const { model } = scope;
  const told = signers(step).filter((role) => model.role(role)?.side === 'receiving');
  if (told.length === 0 || AGREED.some((fact) => step.requires?.includes(fact))) return;
  scope.report('origin-asked-unasked', `steps/${step.id}/requires`, {
    step: nameStep(model, step.id),
    roles: told.join(', '),
  });
}
