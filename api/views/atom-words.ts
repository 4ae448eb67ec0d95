import type { Definition } from '../../protocols/language/definition.js';
import type { Text } from '../../protocols/language/text.js';

/** How something that happens in a run is said: it is waited for, it holds, or it does not. */
export type Mood = 'awaited' | 'holds' | 'absent';

/** An atom of a condition in words, by the titles of the definition. Facts are said by their own two titles. */
export function atomWords(definition: Definition, atom: string, mood: Mood): Text {
  const [head = '', tail = ''] = atom.split(':');
  const { steps, events, facts } = definition;
  const fact = facts.find(({ id }) => id === atom);
  if (fact) return mood === 'holds' ? fact.title : fact.missing;
  if (head === 'start') return START[mood];
  if (head === 'idle') return IDLE[mood];
  if (head === 'event') return EVENT[mood](titleIn(events, tail));
  if (head === 'expired') return EXPIRED[mood](titleIn(facts, tail));
  if (head === 'exhausted') return EXHAUSTED[mood](titleIn(steps, tail));
  if (head === 'finished') return FINISHED[mood](titleIn(steps, tail));
  const step = steps.find(({ id }) => id === head);
  if (!step) return { es: head, en: head };
  return ANSWERED[mood](step.title, titleIn(step.outcomes, tail));
}

function titleIn(list: readonly { id: string; title: Text }[], id: string): Text {
  return list.find((candidate) => candidate.id === id)?.title ?? { es: id, en: id };
}

const START: Readonly<Record<Mood, Text>> = {
  awaited: { es: 'Que empiece el caso', en: 'The case to start' },
  holds: { es: 'El caso empezó', en: 'The case has started' },
  absent: { es: 'El caso no ha empezado', en: 'The case has not started' },
};

const IDLE: Readonly<Record<Mood, Text>> = {
  awaited: { es: 'Que nada más pueda seguir', en: 'Nothing else to be able to go on' },
  holds: {
    es: 'Nada espera respuesta ni sigue por sí solo',
    en: 'Nothing waits for an answer or goes on by itself',
  },
  absent: {
    es: 'Algo espera respuesta o sigue por sí solo',
    en: 'Something waits for an answer or goes on by itself',
  },
};

type Named = Readonly<Record<Mood, (of: Text) => Text>>;

const EVENT: Named = {
  awaited: ({ es, en }) => ({ es: `Que se reporte «${es}»`, en: `“${en}” to be reported` }),
  holds: ({ es, en }) => ({ es: `Se reportó «${es}»`, en: `“${en}” was reported` }),
  absent: ({ es, en }) => ({ es: `No se ha reportado «${es}»`, en: `“${en}” was not reported` }),
};

const EXPIRED: Named = {
  awaited: ({ es, en }) => ({ es: `Que venza «${es}»`, en: `“${en}” to expire` }),
  holds: ({ es, en }) => ({ es: `Venció «${es}»`, en: `“${en}” has expired` }),
  absent: ({ es, en }) => ({ es: `No ha vencido «${es}»`, en: `“${en}” has not expired` }),
};

const EXHAUSTED: Named = {
  awaited: ({ es, en }) => ({
    es: `Que se agoten los intentos de «${es}»`,
    en: `The attempts at “${en}” to run out`,
  }),
  holds: ({ es, en }) => ({
    es: `Se agotaron los intentos de «${es}»`,
    en: `The attempts at “${en}” ran out`,
  }),
  absent: ({ es, en }) => ({
    es: `Quedan intentos de «${es}»`,
    en: `Attempts at “${en}” are left`,
  }),
};

const FINISHED: Named = {
  awaited: ({ es, en }) => ({
    es: `La última respuesta de «${es}»`,
    en: `The last answer to “${en}”`,
  }),
  holds: ({ es, en }) => ({
    es: `Se dio la última respuesta de «${es}»`,
    en: `The last answer to “${en}” was given`,
  }),
  absent: ({ es, en }) => ({
    es: `Falta la última respuesta de «${es}»`,
    en: `The last answer to “${en}” is missing`,
  }),
};

const ANSWERED: Readonly<Record<Mood, (step: Text, outcome: Text) => Text>> = {
  awaited: (step, outcome) => ({
    es: `Que «${step.es}» termine con «${outcome.es}»`,
    en: `“${step.en}” to end with “${outcome.en}”`,
  }),
  holds: (step, outcome) => ({
    es: `«${step.es}» terminó con «${outcome.es}»`,
    en: `“${step.en}” ended with “${outcome.en}”`,
  }),
  absent: (step, outcome) => ({
    es: `«${step.es}» no terminó con «${outcome.es}»`,
    en: `“${step.en}” did not end with “${outcome.en}”`,
  }),
};
