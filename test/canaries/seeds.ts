import type { Definition } from '../../protocols/language/definition.js';
import type { Field } from '../../protocols/language/form.js';
import { inventAnswers } from '../../rehearsal/invented-answers.js';

/** In every text somebody writes; what follows it says which. */
export const NUMBER = 'CNR-7Q4X-';
/** After it, where there is room: letters that encodings write in different ways. */
export const NAME = 'Persona Inventada Ñandú Canarín';
export const DAY = '1931-07-19';
const DAY_IN_WORDS = ['19/07/1931', '19 de julio de 1931', '19 July 1931'];
/** Of fields of figures that allow so many. */
const FIGURES = 7_319_264_185;

/** Everything that may be nowhere but sealed, or on the screen of who may see it. */
export const CANARIES: readonly string[] = [
  NUMBER,
  'Ñandú Canarín',
  DAY,
  ...DAY_IN_WORDS,
  String(FIGURES),
];

/** Writes canaries into forms, each text one of its own, and remembers into which fields. */
export interface Seeds {
  /** Answers of a form: what the outcome asks for, and a canary in every field that takes one. */
  readonly answers: typeof inventAnswers;
  /** A text of its own, for what is no field of a form. */
  text(): string;
  /** How many different values were written. */
  count(): number;
  /** Fields of the protocol's forms that take a canary and never got one. */
  missed(definition: Definition): string[];
}

export function startSeeds(): Seeds {
  let count = 0;
  const seeded = new Set<string>();
  const text = (longest = 200) => {
    count += 1;
    return `${NUMBER}${String(count).padStart(6, '0')} ${NAME}, calle inventada`.slice(0, longest);
  };
  return {
    text,
    count: () => count,
    answers(fields, outcome, at, dates) {
      const answers = inventAnswers(fields, outcome, at, dates);
      for (const field of fields.filter(takesCanary)) {
        seeded.add(nameIn(fields, field));
        answers[field.id] = canaryFor(field, text);
      }
      return answers;
    },
    missed: ({ steps, events }) =>
      [...steps, ...events].flatMap(({ id, form = [] }) =>
        form
          .filter((field) => takesCanary(field) && !seeded.has(nameIn(form, field)))
          .map((f) => `${id}.${f.id}`),
      ),
  };
}

/** A field by its form: definitions come from the database, where they are other objects. */
function nameIn(form: readonly Field[], { id }: Field): string {
  return `${form.map((field) => field.id).join()}/${id}`;
}

/** What decides about the run stays as it is: it enters the run in clear, as codes, dates and figures. */
function takesCanary({ type, refers, plans, assigns, max, maxLength }: Field): boolean {
  if (refers || plans || assigns) return false;
  if (maxLength !== undefined && maxLength < NUMBER.length + 6) return false;
  if (type === 'number') return max === undefined || max >= FIGURES;
  return type === 'text' || type === 'long-text' || type === 'date' || type === 'instant';
}

function canaryFor({ type, maxLength }: Field, text: (longest?: number) => string): unknown {
  if (type === 'date') return DAY;
  if (type === 'instant') return `${DAY}T03:17:00.000Z`;
  return type === 'number' ? FIGURES : text(maxLength);
}
