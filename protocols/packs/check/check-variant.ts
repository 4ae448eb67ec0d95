import { weakeningsBetween } from '../../compare/differences.js';
import type { Definition } from '../../language/definition.js';
import type { Pack } from '../../language/pack.js';
import { validateDefinition } from '../../language/validate.js';
import { applyVariant, patchDefinition } from '../../language/variant/apply.js';
import { addedStepFindings } from './added-steps.js';
import { blockingAdditions } from './additions.js';
import { isWithin } from './lengths.js';
import { unknownNames } from './names.js';
import { competenceFindings, variantFindings } from './variant-rules.js';
import { type PackFinding, packFinding } from './words.js';

/**
 * What a pack may change although another version of a protocol may not: which kind of institution fills a role, and a
 * time that a law of the country sets, where that law was read.
 */
function isPermitted(where: string, changed: Definition): boolean {
  if (/^roles\/[^/]+\/kind$/.test(where)) return true;
  const [, step] = /^steps\/([^/]+)\/deadline$/.exec(where) ?? [];
  const deadline = changed.steps.find(({ id }) => id === step)?.deadline;
  return deadline !== undefined && deadline.length > 0 && deadline.source.mark === 'source';
}

/**
 * Everything in which a protocol would be less safe, or wrong, under a pack; an empty list is the proof for INV-A19:
 * every departure, handover and disclosure that is possible under the pack needs at least what the protocol needs, by
 * the same outcomes of the same steps, and everything that takes a requirement away still does. Each finding names the
 * step. What the safeguards themselves ask of the result is proved by the checker.
 */
export function checkVariant(definition: Definition, pack: Pack): PackFinding[] {
  const unknown = unknownNames(definition, pack);
  if (unknown.length > 0) return unknown;
  const changed = patchDefinition(definition, pack);
  return [
    ...weakeningsBetween(definition, changed)
      .filter(({ where }) => !isPermitted(where, changed))
      .map(({ where, text }) => packFinding('weakens', where, { what: text })),
    ...variantFindings(definition, changed),
    ...competenceFindings(changed, pack),
    ...addedStepFindings(definition, changed),
    ...blockingAdditions(definition, changed),
    ...ceilings(changed, pack),
    ...validateDefinition(applyVariant(definition, pack))
      .filter(({ severity }) => severity === 'error')
      .map(({ where, message }) => packFinding('weakens', where, { what: message })),
  ];
}

/** A norm that is a ceiling holds whatever length the step has. */
function ceilings(changed: Definition, { norms }: Pack): PackFinding[] {
  return norms.flatMap(({ id, figure, steps }) =>
    (steps ?? []).flatMap(({ protocol, step, as }) => {
      if (protocol !== changed.id || as !== 'ceiling' || !figure) return [];
      const deadline = changed.steps.find((one) => one.id === step)?.deadline;
      if (!deadline || isWithin(deadline, figure)) return [];
      const { length, unit } = deadline;
      const params = { step, length, unit, norm: id, most: `${figure.length} ${figure.unit}` };
      return [packFinding('ceiling-exceeded', `norms/${id}`, params)];
    }),
  );
}
