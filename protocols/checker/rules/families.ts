import type { Condition } from '../../language/condition.js';
import { ARRIVED, HERE, IN_TRANSIT } from '../model.js';
import type { Scope } from '../scope.js';
import { judge, knowing, matches } from '../truth.js';
import { t } from '../words.js';

/**
 * Proves that a run hears of a relative who no longer goes along, and that this takes a fact away which departure requires.
 *
 * Why that follows: the door links the runs of a family where the protocol declares how (`family`), and reports `diverged`
 * in every other run in the act by which a member no longer goes along; nobody else can report it. Whoever waits for a remedy
 * or for asylum is `held`, so they count among those who do not.
 */
export function requireFamilyLink(scope: Scope, fact: string): void {
  const { model } = scope;
  const { family, facts } = model.definition;
  const report = (es: string, en: string, where: string) =>
    scope.report('family-unlinked', where, { what: t(es, en), fact });
  if (!family) {
    report('falta «family»', '"family" is missing', 'family');
    return;
  }
  for (const stop of ['noRemedyPending', 'noAsylumPending']) {
    if (judge(family.held, knowing({ [stop]: false })) === true) continue;
    report(
      `«held» no dice que falta ${stop}`,
      `"held" does not say that ${stop} is missing`,
      'family/held',
    );
  }
  const diverged = model.events.get(family.diverged);
  if (diverged?.while && !isHeard(scope, diverged.while)) {
    report(
      '«diverged» no siempre se oye antes de salir',
      '"diverged" is not always heard before departure',
      `events/${family.diverged}/while`,
    );
  }
  const clears = model.events.get(family.diverged)?.clears ?? [];
  if (facts.some(({ id }) => id === fact) && !clears.includes(fact)) {
    report(
      `«diverged» deja en pie ${fact}`,
      `"diverged" leaves ${fact} standing`,
      `events/${family.diverged}/clears`,
    );
  }
}

/** Whether a condition holds for somebody who is in the sending State, in every run that can lead to a departure. */
function isHeard({ model }: Scope, condition: Condition): boolean {
  const here = knowing({
    [HERE]: true,
    [IN_TRANSIT]: false,
    ...Object.fromEntries(ARRIVED.map((fact) => [fact, false])),
    living: true,
    personPresent: true,
  });
  return model.starts
    .filter(({ reach }) => [...model.departures].some((move) => reach.moves.has(move)))
    .every(
      ({ given }) =>
        judge(condition, {
          holds: here.holds,
          attribute: (id, is) => matches(given[id], is),
        }) === true,
    );
}
