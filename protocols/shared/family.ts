import type { Condition } from '../language/condition.js';
import type { FamilyRules } from '../language/family.js';
import type { Names } from '../language/names.js';
import { initially } from './facts.js';
import { t } from './texts.js';

/*
 * How the runs of a family hang together, the same in every protocol that links them. Each person keeps the own run and
 * the own gates; these facts only hold a person back until those who go along have come as far. They hold from the
 * start, so that somebody without a family waits for nobody.
 */

export const FAMILY_FACTS = {
  decided: initially(
    'familyDecided',
    [
      'Cada integrante de la familia tiene su decisión',
      'Every member of the family has a decision',
    ],
    ['Falta la decisión de otro integrante', "Another member's decision is missing"],
  ),
  ready: initially(
    'familyReady',
    ['La familia puede planear el viaje', 'The family can plan the journey'],
    ['Otro integrante aún no puede planear el viaje', 'Another member cannot plan the journey yet'],
  ),
  checked: initially(
    'familyChecked',
    ['La familia puede salir', 'The family can depart'],
    ['Otro integrante aún no puede salir', 'Another member cannot depart yet'],
  ),
  travelling: initially(
    'familyTravelling',
    ['La familia está en camino', 'The family is on the way'],
    ['Otro integrante aún no está en camino', 'Another member is not on the way yet'],
  ),
};
export type FamilyFact = (typeof FAMILY_FACTS)[keyof typeof FAMILY_FACTS]['id'];

/** A member no longer goes along, or goes along again: said with what it undoes, which differs by protocol. */
export const MEMBER_DIVERGED = {
  id: 'family-member-diverged',
  title: t(
    'Otro integrante de la familia se detiene o se aparta',
    'Another member stops or leaves',
  ),
  by: 'system',
} as const;
export const MEMBER_REJOINED = {
  id: 'family-member-rejoined',
  title: t('Otro integrante sigue con la familia', 'Another member goes along'),
  by: 'system',
} as const;

const point = <Met extends string, Broken extends string, Fact extends FamilyFact>(
  met: readonly [Met, string, string],
  broken: readonly [Broken, string, string],
  fact: Fact,
) =>
  [
    { id: met[0], title: t(met[1], met[2]), by: 'system', sets: [fact] },
    { id: broken[0], title: t(broken[1], broken[2]), by: 'system', clears: [fact] },
  ] as const;

/** The system's word on the points the family passes together. Nobody can report them. */
export const DECIDED_NEWS = point(
  ['family-decided', 'Toda la familia tiene su decisión', 'The whole family has its decisions'],
  ['family-undecided', 'Falta la decisión de un integrante', "A member's decision is missing"],
  'familyDecided',
);
export const READY_NEWS = point(
  ['family-ready', 'Toda la familia puede planear el viaje', 'The whole family can plan'],
  ['family-not-ready', 'Un integrante aún no puede planear', 'A member cannot plan yet'],
  'familyReady',
);
export const CHECKED_NEWS = point(
  ['family-checked', 'Toda la familia puede salir', 'The whole family can depart'],
  ['family-not-checked', 'Un integrante aún no puede salir', 'A member cannot depart yet'],
  'familyChecked',
);
export const TRAVELLING_NEWS = point(
  ['family-travelling', 'Toda la familia está en camino', 'The whole family is on the way'],
  ['family-not-travelling', 'Un integrante no está en camino', 'A member is not on the way'],
  'familyTravelling',
);

export type FamilyEvent =
  | (typeof MEMBER_DIVERGED | typeof MEMBER_REJOINED)['id']
  | (
      | typeof DECIDED_NEWS
      | typeof READY_NEWS
      | typeof CHECKED_NEWS
      | typeof TRAVELLING_NEWS
    )[number]['id'];

const POINTS = {
  decision: [t('Decisión', 'Decision'), DECIDED_NEWS],
  itinerary: [t('Plan del viaje', 'Itinerary'), READY_NEWS],
  departure: [t('Salida', 'Departure'), CHECKED_NEWS],
  handover: [t('Entrega', 'Handover'), TRAVELLING_NEWS],
} as const;
type Point = keyof typeof POINTS;

/** The rules of a family for one protocol: when this person is held, stays or is gone, and when each point is reached. */
export function familyRules<N extends Names>(
  standing: Pick<FamilyRules<N>, 'held' | 'stays' | 'gone'>,
  reached: Readonly<Partial<Record<Point, Condition<N>>>>,
): FamilyRules<N> {
  return {
    ...standing,
    diverged: MEMBER_DIVERGED.id,
    rejoined: MEMBER_REJOINED.id,
    joins: (Object.keys(POINTS) as Point[]).flatMap((id) => {
      const ready = reached[id];
      if (ready === undefined) return [];
      const [title, [met, broken]] = POINTS[id];
      return { id, title, ready, met: met.id, broken: broken.id };
    }),
  };
}
