import { type ConsentStanding, consentsOf } from '../../protocols/core/consents.js';
import { signers } from '../../protocols/language/step.js';
import type { OpenRun } from './open-run.js';

/**
 * The consents of a run that this access may know of. Whoever may know all of the run sees every one. Others see those
 * their own steps ask for, and within the sending State also those on which something they are sent rests: that a
 * consent given to somebody else fell may tell an authority of origin that the person claims protection.
 */
export function listConsents({ definition, run, roles, level }: OpenRun): ConsentStanding[] {
  const all = consentsOf(definition, run.state);
  if (level === 'full') return all;
  const own = new Set(roles.map(({ id }) => id));
  const known = new Set<string>();
  for (const step of definition.steps) {
    if (signers(step).some((role) => own.has(role))) {
      for (const { purpose } of step.consent ?? []) known.add(purpose);
    }
    if (level !== 'party') continue;
    for (const { to, restsOn } of step.shares ?? []) {
      if (restsOn !== undefined && own.has(to)) known.add(restsOn);
    }
  }
  return all.filter(({ consent }) => known.has(consent.id));
}
