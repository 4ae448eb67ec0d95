import type { Language } from '../../../platform/text.js';
import type { Fault } from '../../../record/verify/fault.js';
import type { Verdict } from '../../../record/verify/verify-pack.js';
import { WORDS as FAULTS } from '../../../record/verify/words.js';

const WORDS = {
  es: {
    at: (position: number) => `Posición ${position}`,
    between: (position: number, until: number) => `Entre las posiciones ${position} y ${until - 1}`,
    from: (position: number) => `Desde la posición ${position}`,
    good: (leaves: number, runs: number) =>
      `Sin fallas: ${leaves} anotaciones, ${runs} ${runs === 1 ? 'proceso' : 'procesos'}.`,
    bad: (count: number) => `${count} ${count === 1 ? 'falla' : 'fallas'}.`,
    alone:
      'No se dio ningún punto de control: eso no prueba que el registro no se haya reescrito entero. Dé con --checkpoint los que guardó antes, o el de un testigo.',
    coarse: 'Los nombres y fechas son los de un órgano de monitoreo: los actos no se recalcularon.',
  },
  en: {
    at: (position: number) => `Position ${position}`,
    between: (position: number, until: number) => `Between positions ${position} and ${until - 1}`,
    from: (position: number) => `From position ${position}`,
    good: (leaves: number, runs: number) =>
      `No faults: ${leaves} entries, ${runs} ${runs === 1 ? 'run' : 'runs'}.`,
    bad: (count: number) => `${count} ${count === 1 ? 'fault' : 'faults'}.`,
    alone:
      'No checkpoint was given: nothing proves that the log was not rewritten as a whole. Give those you kept before, or a witness’s, with --checkpoint.',
    coarse: 'Names and dates are those of a monitoring body: acts were not worked out again.',
  },
} as const;

/** What is said where no key was given, apart from the verdict so that no script takes it for proof. */
export const UNTRUSTED: Readonly<Record<Language, string>> = {
  es: 'Nada prueba quién firmó este archivo: la clave se tomó del propio archivo. Dé con --key la que le entregaron; sin ella esto termina con 2.',
  en: 'Nothing proves who signed this file: the key was taken from the file itself. Give the one handed to you with --key; without it this ends with 2.',
};

/** What a verdict says, as a person reads it in a terminal: what is wrong first, what was not looked at last. */
export function sayVerdict(
  { head, leaves, runs, faults, open }: Verdict,
  of: { readonly language: Language; readonly checkpoints: number },
): string {
  const { language, checkpoints } = of;
  const words = WORDS[language];
  const lines = [
    ...faults.map((fault) => `${placeOf(fault, language)}: ${fault.text[language]}`),
    ...open.map((size) => FAULTS.ownUnproven(size)[language]),
    faults.length > 0 ? words.bad(faults.length) : words.good(leaves, runs),
    ...(head?.precision === 'coarse' ? [words.coarse] : []),
    ...(checkpoints > 0 ? [] : [words.alone]),
  ];
  return `${lines.join('\n')}\n`;
}

function placeOf({ position, until }: Fault, language: Language): string {
  const { at, between, from } = WORDS[language];
  if (until === position + 1) return at(position);
  return until === Number.MAX_SAFE_INTEGER ? from(position) : between(position, until);
}
