import { check, type Given, type Tally } from './ask.js';
import { isReserved, leads, seesAll, signs } from './judge.js';
import type { Loan } from './loans.js';
import type { Reader } from './readers.js';

type Part = Record<string, unknown>;
interface Run extends Part {
  readonly steps: readonly (Part & {
    readonly step: string;
    readonly status: string;
    readonly signers: readonly { readonly institution: { readonly id: string } }[];
  })[];
}

/** Compares what a reader is shown of a run, field by field, with what its lead is shown and what the reader may see of it. */
export function compareRun(
  whole: unknown,
  given: Given,
  reader: Reader,
  loan: Loan,
  tally: Tally,
): void {
  const truth = whole as Run;
  const shown = given.json as Run;
  const all = seesAll(reader, loan);
  const reserved = isReserved(reader, loan);
  const is = (part: Part | undefined, field: string, may: boolean, of: Part, at: string) => {
    if (of[field] === undefined) return;
    check(tally, 'fields', (part?.[field] !== undefined) === may, () => {
      return `${reader.as} ${loan.run} ${at}${field} ${may ? 'is missing' : 'is shown'}`;
    });
  };
  for (const field of ['vacant', 'unsureState', 'attributes', 'facts'])
    is(shown, field, all, truth, '');
  is(shown, 'dates', leads(reader, loan), truth, '');
  is(shown, 'ending', !reserved, truth, '');
  for (const step of truth.steps) {
    const own = signs(reader, loan, step.step);
    const part = shown.steps.find((one) => one.step === step.step);
    const at = `${step.step} (${step.status}) `;
    is(part, 'step', own || all || (!reserved && step.status !== 'not-yet'), step, at);
    is(part, 'outcome', own || all, step, at);
    for (const field of ['why', 'waitsFor', 'awaits', 'opensAt', 'prospects']) {
      is(part, field, all || (own && !reserved), step, at);
    }
    for (const { institution } of part ? step.signers : []) {
      const may = !reserved || institution.id === reader.institution;
      const named = part!.signers.some((one) => one.institution.id === institution.id);
      check(
        tally,
        'fields',
        named === may,
        () => `${reader.as} ${loan.run} ${at}${institution.id}`,
      );
    }
  }
}

interface History {
  readonly items: readonly {
    readonly type: string;
    readonly folio: string;
    readonly outcome?: string;
    readonly institution?: { readonly id: string };
  }[];
}

/** What parties hear of the acts of others: that they happened, not how. */
const TOLD_TO_PARTIES = [
  'run-started',
  'step-completed',
  'role-reassigned',
  'step-nudged',
  'family-joined',
  'register-changed',
  // That the State of origin is cut off, and whether it ends; never told to that State.
  'origin-stopped',
  'origin-lift-asked',
  'origin-lift-decided',
];

/** The same for the acts of a run. */
export function compareHistory(
  whole: unknown,
  given: Given,
  reader: Reader,
  loan: Loan,
  tally: Tally,
): void {
  const all = seesAll(reader, loan);
  const reserved = isReserved(reader, loan);
  const shown = (given.json as History).items;
  for (const entry of (whole as History).items) {
    const own = entry.institution?.id === reader.institution;
    const told =
      own ||
      all ||
      (reserved ? entry.type === 'run-started' : TOLD_TO_PARTIES.includes(entry.type));
    const part = shown.find(({ folio }) => folio === entry.folio);
    const what = `${reader.as} ${loan.run} ${entry.type} ${entry.folio}`;
    check(tally, 'acts', (part !== undefined) === told, () => what);
    if (!part) continue;
    if (entry.outcome) {
      check(
        tally,
        'fields',
        (part.outcome !== undefined) === (own || all),
        () => `${what} outcome`,
      );
    }
    if (entry.institution) {
      check(
        tally,
        'fields',
        (part.institution !== undefined) === (own || !reserved),
        () => `${what} institution`,
      );
    }
  }
}
