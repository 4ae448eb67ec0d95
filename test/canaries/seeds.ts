import type { Field } from '../../protocols/language/form.js';
import { inventAnswers } from '../../rehearsal/invented-answers.js';

/** In every text somebody writes; what follows it says which. */
export const NUMBER = 'CNR-7Q4X-';
/** After it, where there is room: letters that encodings write in different ways. */
export const NAME = 'Persona Inventada Ñandú Canarín';
export const DAY = '1931-07-19';
const DAY_IN_WORDS = ['19/07/1931', '19 de julio de 1931', '19 July 1931'];
/** Of fields of figures: as it is where so many are allowed, or behind the point. */
const FIGURES = 7_319_264_185;

/** Everything that may be nowhere but sealed, or on the screen of who may see it. */
export const CANARIES: readonly string[] = [
  NUMBER,
  'Ñandú Canarín',
  DAY,
  ...DAY_IN_WORDS,
  String(FIGURES),
];

/** Writes canaries into forms, each text one of its own. */
export interface Seeds {
  /** Answers of a form: what the outcome asks for, and a canary in every field that takes one. */
  readonly answers: typeof inventAnswers;
  /** A text of its own, for what is no field of a form. */
  text(): string;
  /** How many different values were written. */
  count(): number;
}

export function startSeeds(): Seeds {
  let count = 0;
  const text = (longest = 200) => {
    count += 1;
    return `${NUMBER}${String(count).padStart(6, '0')} ${NAME}, calle inventada`.slice(0, longest);
  };
  return {
    text,
    count: () => count,
    answers(fields, outcome, at, dates) {
      const answers = inventAnswers(fields, outcome, at, dates);
      for (const field of fields) {
        if (whyNone(field) === undefined) answers[field.id] = canaryFor(field, text);
      }
      return answers;
    },
  };
}

/** Why people cannot write a canary into a field; undefined where they can, and then every one must have got one. */
export function whyNone({ type, fills, refers, plans, assigns, ends }: Field): string | undefined {
  if (fills) return 'the system fills it in';
  if (refers || plans || assigns || ends) return 'decides about the run, in clear by design';
  if (type === 'boolean' || type === 'code' || type === 'codes') return 'a choice';
  return undefined;
}

function canaryFor({ type, min, max, maxLength }: Field, text: (longest?: number) => string) {
  if (type === 'date') return DAY;
  if (type === 'instant') return `${DAY}T03:17:00.000Z`;
  if (type !== 'number') return text(maxLength);
  return max === undefined || max >= FIGURES ? FIGURES : (min ?? 0) + FIGURES / 1e10;
}

/** Whether an answer that was kept is a canary, whole enough to be found. */
export function isCanary(value: unknown): boolean {
  const said = String(value);
  return [NUMBER, DAY, String(FIGURES)].some((canary) => said.includes(canary));
}
