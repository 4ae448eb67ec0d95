import type { Definition } from '../definition.js';
import type { Corridor, Pack } from '../pack.js';
import type { Share, Step } from '../step.js';
import { signers } from '../step.js';
import type { Source } from '../text.js';
import { markedFor } from './jurisdiction.js';

/** A definition whose citations are marked for the countries of a pack, each step by the State that must take it. */
export function sourcesMarked(definition: Definition, { corridors }: Pack): Definition {
  const both = new Set([
    ...countriesOf(corridors, 'sending'),
    ...countriesOf(corridors, 'receiving'),
  ]);
  const all = (sources: readonly Source[], countries: ReadonlySet<string>) =>
    sources.map((source) => markedFor(source, countries));
  return {
    ...definition,
    legalBasis: all(definition.legalBasis, both),
    steps: definition.steps.map((step) =>
      markedStep(step, countriesOfStep(definition, step, corridors)),
    ),
    events: definition.events.map((event) =>
      event.basis ? { ...event, basis: all(event.basis, both) } : event,
    ),
  };
}

function countriesOfStep(
  definition: Definition,
  step: Step,
  corridors: readonly Corridor[],
): ReadonlySet<string> {
  const sides = new Set(
    signers(step).map((id) => definition.roles.find((role) => role.id === id)?.side ?? 'either'),
  );
  const either = sides.has('either');
  return new Set([
    ...(either || sides.has('sending') ? countriesOf(corridors, 'sending') : []),
    ...(either || sides.has('receiving') ? countriesOf(corridors, 'receiving') : []),
  ]);
}

function countriesOf(corridors: readonly Corridor[], side: keyof Corridor): string[] {
  return corridors.flatMap((corridor) => corridor[side] ?? []);
}

function markedStep(step: Step, countries: ReadonlySet<string>): Step {
  const { deadline, shares, basis } = step;
  return {
    ...step,
    ...(deadline
      ? { deadline: { ...deadline, source: markedFor(deadline.source, countries) } }
      : {}),
    ...(shares ? { shares: shares.map((share) => markedShare(share, countries)) } : {}),
    ...(basis ? { basis: basis.map((source) => markedFor(source, countries)) } : {}),
  };
}

function markedShare(share: Share, countries: ReadonlySet<string>): Share {
  const { acknowledge } = share;
  return {
    ...share,
    ground: markedFor(share.ground, countries),
    ...(acknowledge
      ? { acknowledge: { ...acknowledge, source: markedFor(acknowledge.source, countries) } }
      : {}),
  };
}
