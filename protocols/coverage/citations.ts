import type { Definition } from '../language/definition.js';
import type { Source } from '../language/text.js';

/** A place in a definition: a step or event, or the protocol as a whole. */
export interface Place {
  readonly protocol: string;
  readonly kind: 'step' | 'event' | 'protocol';
  readonly id: string;
}

/** A source named at a place: as basis, as origin of a deadline, or as ground of a share. */
export interface Citation {
  readonly place: Place;
  readonly of: 'basis' | 'deadline' | 'share';
  readonly source: Source;
}

/** Every source the definitions name, in their order. */
export function citationsIn(definitions: readonly Definition[]): Citation[] {
  return definitions.flatMap((definition) => {
    const protocol = definition.id;
    const whole: Place = { protocol, kind: 'protocol', id: protocol };
    const found: Citation[] = definition.legalBasis.map((source) => ({
      place: whole,
      of: 'basis',
      source,
    }));
    for (const step of definition.steps) {
      const place: Place = { protocol, kind: 'step', id: step.id };
      for (const source of step.basis ?? []) found.push({ place, of: 'basis', source });
      if (step.deadline) found.push({ place, of: 'deadline', source: step.deadline.source });
      if (step.ahead) found.push({ place, of: 'deadline', source: step.ahead.source });
      for (const share of step.shares ?? []) {
        found.push({ place, of: 'share', source: share.ground });
        if (share.acknowledge) found.push({ place, of: 'share', source: share.acknowledge.source });
      }
    }
    for (const { id, basis } of definition.events) {
      const place: Place = { protocol, kind: 'event', id };
      for (const source of basis ?? []) found.push({ place, of: 'basis', source });
    }
    return found;
  });
}

/** Letters of objective 21 a citation names: `GCM objective 21(c)-(d)` gives c and d; the whole objective gives none. */
export function lettersOf(ref: string): string[] {
  const letters: string[] = [];
  for (const match of ref.matchAll(/GCM obj(?:ective|\.) 21((?:\([a-i]\)[-, ]*)+)/g)) {
    const named = [...(match[1] ?? '').matchAll(/\(([a-i])\)(-)?/g)];
    named.forEach((one, index) => {
      const from = one[1]!.charCodeAt(0);
      const until = one[2] ? (named[index + 1]?.[1]?.charCodeAt(0) ?? from) : from;
      for (let code = from; code <= until; code += 1) letters.push(String.fromCharCode(code));
    });
  }
  return [...new Set(letters)];
}

/**
 * The instrument a citation belongs to: what stands before the first article, paragraph or section, and for a
 * citation of several instruments the first.
 */
export function instrumentOf(ref: string): string {
  return ref
    .split(/[;:,]| \(| arts?\. | paras?\. | s\. | objective | principle | \d+\.\d/)[0]!
    .replace(/^(.*?)( of the | and ).*$/, '$1$2')
    .trim();
}
