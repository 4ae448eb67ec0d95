import type { Definition } from '../../language/definition.js';

/** A definition broken at one place. */
export interface Broken {
  /** Where and how, in ids. */
  readonly at: string;
  /** Invariants, or codes of the validator, of which one must be reported. */
  readonly expects: readonly string[];
  readonly definition: Definition;
}

/** One way of breaking a definition. Yields nothing where the definition has nothing of the kind. */
export interface Operator {
  readonly id: string;
  /** What it does, in a few words. */
  readonly says: string;
  breaks(definition: Definition): Iterable<Broken>;
}

/** A broken definition with its name among all of them. */
export interface Mutant extends Broken {
  /** `protocol/operator/at` */
  readonly id: string;
  readonly operator: string;
  readonly protocol: string;
}

/** Every definition broken in every way the operators know; the digest tells which are the same in the end. */
export function* mutantsOf(
  definitions: readonly Definition[],
  operators: readonly Operator[],
  digest: (definition: Definition) => string,
): Iterable<Mutant> {
  const seen = new Set(definitions.map(digest));
  for (const definition of definitions) {
    for (const operator of operators) {
      for (const broken of operator.breaks(definition)) {
        const key = digest(broken.definition);
        if (seen.has(key)) continue;
        seen.add(key);
        const id = `${definition.id}/${operator.id}/${broken.at}`;
        yield { ...broken, id, operator: operator.id, protocol: definition.id };
      }
    }
  }
}
