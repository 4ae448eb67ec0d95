import type { Length } from '../language/deadline.js';
import type { Hours } from '../language/hours.js';
import type { HandoverPoint, Norm, NormUse } from '../language/pack.js';
import type { Source, Text } from '../language/text.js';
import { choice, t } from '../shared/texts.js';

export { choice, comparator, known, law, span, t } from '../shared/texts.js';

/** A norm; `figure` undefined where the source names none. */
export const norm = (
  id: string,
  title: Text,
  figure: Length | undefined,
  says: Text,
  source: Source,
  more: { silence?: Text; steps?: readonly NormUse[] } = {},
): Norm => ({ id, title, ...(figure ? { figure } : {}), says, source, ...more });

const uses =
  (as: NormUse['as']) =>
  (protocol: string, ...steps: string[]): NormUse[] =>
    steps.map((step) => ({ protocol, step, as }));

/** The steps whose length a norm is, whose ceiling it is, and beside which it stands. */
export const lengthOf = uses('length');
export const ceilingOf = uses('ceiling');
export const beside = uses('beside');

export const ADULT = 'adult-deportee';
export const MINOR = 'unaccompanied-minor';
export const VICTIM = 'trafficking-victim';
export const VOLUNTARY = 'voluntary-return';

const WHOLE_WEEK = [1, 2, 3, 4, 5, 6, 7, 'holiday'] as const;

/** Every day from one hour to another. */
export const daily = (from: string, until: string, source: Source): Hours => ({
  days: WHOLE_WEEK,
  from,
  until,
  source,
});

/** An ordinary journey without authorities, for those who go by their own choice; it needs no agreement. */
export const scheduledTravel = (timeZone: string): HandoverPoint => ({
  id: 'scheduled-travel',
  title: t('Viaje ordinario, sin entrega entre autoridades', 'Ordinary journey, no handover'),
  kind: 'scheduled-travel',
  timeZone,
  holidaysOf: [],
  hours: [daily('00:00', '24:00', choice('A person who travels by choice is not bound to hours'))],
  source: choice('Commercial flights, ships and own vehicles'),
});
