import type { Step } from '../language/step.js';
import type { Text } from '../language/text.js';
import { search } from './explore.js';
import type { CheckContext, CheckFinding } from './finding.js';
import type { Model } from './model.js';
import type { Move } from './moves.js';
import { PHRASES, type PhraseCode } from './phrases.js';
import { type Fillers, fill, tell } from './words.js';

/** What a check is given: the definition, what is known besides, and the place for what it finds. */
export interface Scope {
  readonly model: Model;
  readonly context: CheckContext;
  report(code: PhraseCode, where: string, fillers?: Fillers, shown?: Shown): void;
  /** Is told every demand that a step has facts when it is answered positively. */
  readonly demand?: (step: Step, facts: readonly string[]) => void;
}

/** The way that shows a finding, and the atoms it was searched over. */
export interface Shown {
  readonly way: readonly Move[];
  readonly tracked: readonly string[];
}

/** A place for the findings of one invariant or quality check. */
export function createScope(
  model: Model,
  context: CheckContext,
  of: { readonly id: string; readonly must: Text; readonly source?: string },
  into: CheckFinding[],
): Scope {
  // The same outcome may be given by people and by silence; it is told once.
  const said = new Set<string>();
  const source = of.source ? ` [${of.source}]` : '';
  return {
    model,
    context,
    report(code, where, fillers = {}, shown) {
      const key = `${code} ${where} ${Object.values(fillers)
        .map((filler) => (typeof filler === 'object' ? filler.en : filler))
        .join(' ')}`;
      if (said.has(key)) return;
      said.add(key);
      const { severity, found, fix } = PHRASES[code];
      into.push({
        invariant: of.id,
        severity,
        where,
        must: { es: of.must.es + source, en: of.must.en + source },
        found: fill(found, { where, ...fillers }),
        fix: fill(fix, { where, ...fillers }),
        path: shown ? tell(model, shown.way) : [],
        tracks: shown?.tracked ?? [],
      });
    },
  };
}

/** The shortest way to a move, told in some facts only; the move alone where even that does not lead there. */
export function shortestWay(
  model: Model,
  tracked: readonly string[],
  bad: (move: Move, holds: (atom: string) => boolean, memory: number) => boolean,
  remember?: (memory: number, move: Move | undefined, holds: (atom: string) => boolean) => number,
): Shown | undefined {
  const known = tracked.filter((atom) => atom.includes(':') || model.facts.has(atom));
  for (const start of model.starts) {
    const way = search(model, {
      tracked: known,
      start: start.given,
      moves: start.reach.moves,
      bad: (move, view) => bad(move, (atom) => view.holds(atom) === true, view.memory),
      ...(remember
        ? {
            remember: (memory, move, view) =>
              remember(memory, move, (atom) => view.holds(atom) === true),
          }
        : {}),
    });
    if (way) return { way, tracked: known };
  }
  return undefined;
}
