import type { Definition } from '../language/definition.js';
import type { Step } from '../language/step.js';
import type { SourceMark, Text } from '../language/text.js';
import { type Citation, citationsIn, instrumentOf, lettersOf, type Place } from './citations.js';
import type { Demand, Sign } from './demand.js';
import { OBJECTIVE_21 } from './objective-21.js';
import { PRINCIPLES } from './principles.js';

/** A demand and the places that answer it; a gap where there is none and nothing else answers. */
export interface Answered {
  readonly id: string;
  readonly title: Text;
  readonly places: readonly Place[];
  readonly elsewhere?: Text;
  readonly lacks?: Text;
  readonly isGap: boolean;
}

/** One instrument, its citations as written, how sure each is, and the places that rest on it; one line for each mark. */
export interface SourceUse {
  readonly instrument: string;
  readonly refs: readonly {
    readonly ref: string;
    readonly mark: SourceMark;
    readonly places: readonly Place[];
  }[];
}

/** What the definitions answer and what they do not. */
export interface CoverageMap {
  readonly protocols: readonly {
    readonly id: string;
    readonly version: number;
    readonly title: Text;
  }[];
  readonly objective21: readonly Answered[];
  readonly principles: readonly Answered[];
  readonly sources: readonly SourceUse[];
  /** Steps whose every rule is a proposal: no source was found for them. */
  readonly unsourced: readonly Place[];
}

/** Puts every demand and every source against the steps and events of the definitions. */
export function mapCoverage(definitions: readonly Definition[]): CoverageMap {
  const citations = citationsIn(definitions);
  const answer = (demand: Demand): Answered => {
    const places = unique(demand.signs.flatMap((sign) => placesOf(sign, definitions, citations)));
    const { id, title, elsewhere, lacks } = demand;
    return {
      id,
      title,
      places,
      ...(elsewhere ? { elsewhere } : {}),
      ...(lacks ? { lacks } : {}),
      isGap: places.length === 0 && !elsewhere,
    };
  };
  return {
    protocols: definitions.map(({ id, version, title }) => ({ id, version, title })),
    objective21: OBJECTIVE_21.map(answer),
    principles: PRINCIPLES.map(answer),
    sources: sourcesOf(citations),
    unsourced: unsourcedIn(definitions, citations),
  };
}

function placesOf(
  sign: Sign,
  definitions: readonly Definition[],
  citations: readonly Citation[],
): Place[] {
  const [head = '', tail = ''] = splitSign(sign);
  if (head === 'cites') {
    return citations
      .filter(({ source }) => lettersOf(source.ref).includes(tail))
      .map((one) => one.place);
  }
  return definitions.flatMap((definition): Place[] => {
    const protocol = definition.id;
    if (head === 'event') {
      return definition.events
        .filter(({ id }) => id === tail)
        .map(({ id }) => ({ protocol, kind: 'event', id }));
    }
    return definition.steps
      .filter((step) => shows(step, head, tail))
      .map(({ id }) => ({ protocol, kind: 'step', id }));
  });
}

function splitSign(sign: Sign): [string, string] {
  const colon = sign.indexOf(':');
  return colon < 0 ? [sign, ''] : [sign.slice(0, colon), sign.slice(colon + 1)];
}

function shows(step: Step, head: string, tail: string): boolean {
  switch (head) {
    case 'step':
      return step.id === tail;
    case 'kind':
      return step.kind === tail;
    case 'effect':
      return step.effects?.some((effect) => effect === tail) ?? false;
    case 'asks':
      return step.form?.some((field) => field.category === tail) ?? false;
    case 'safeguard':
      return step.safeguard === true;
    case 'share':
      return (step.shares?.length ?? 0) > 0;
    case 'suppression':
      return step.shares?.some((share) => share.unless ?? share.restsOn) ?? false;
    case 'deadline':
      return step.deadline !== undefined && step.deadline.silence !== 'L0';
    default:
      throw new Error(`No such sign: ${head}`);
  }
}

interface Cited {
  readonly ref: string;
  readonly mark: SourceMark;
  readonly places: Place[];
}

function sourcesOf(citations: readonly Citation[]): SourceUse[] {
  const instruments = new Map<string, Map<string, Cited>>();
  for (const { place, source } of citations) {
    if (source.mark === 'proposal') continue;
    const instrument = instrumentOf(source.ref);
    const refs = instruments.get(instrument) ?? new Map<string, Cited>();
    instruments.set(instrument, refs);
    // A text that was read in one place and remembered in another is not as sure in both.
    const key = `${source.ref}\n${source.mark}`;
    const cited = refs.get(key) ?? { ref: source.ref, mark: source.mark, places: [] };
    cited.places.push(place);
    refs.set(key, cited);
  }
  return [...instruments]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([instrument, refs]) => ({
      instrument,
      refs: [...refs]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { ref, mark, places }]) => ({ ref, mark, places: unique(places) })),
    }));
}

function unsourcedIn(definitions: readonly Definition[], citations: readonly Citation[]): Place[] {
  const sourced = new Set(
    citations.filter(({ source }) => source.mark !== 'proposal').map(({ place }) => keyOf(place)),
  );
  return definitions.flatMap(({ id: protocol, steps }) =>
    steps
      .map(({ id }): Place => ({ protocol, kind: 'step', id }))
      .filter((place) => !sourced.has(keyOf(place))),
  );
}

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

function keyOf({ protocol, kind, id }: Place): string {
  return `${protocol}/${kind}/${id}`;
}
