/** A text users read, in both languages of the product. Spanish is written first; neither may be empty. */
export interface Text {
  readonly es: string;
  readonly en: string;
}

/**
 * How sure the origin of a rule is: `source` the text was read; `memory` a known rule whose paragraph was not
 * re-read; `comparator` a real rule of another corridor, used only to size a default; `proposal` no source was
 * found, the value is a product choice that an administrator may change.
 */
export type SourceMark = 'source' | 'memory' | 'comparator' | 'proposal';

/** Where a deadline, a share or a step comes from, and how sure that is. */
export interface Source {
  readonly mark: SourceMark;
  /** Short citation, e.g. `MX LM art. 111`; for a proposal, why this value. */
  readonly ref: string;
}
