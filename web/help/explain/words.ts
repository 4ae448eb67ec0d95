import type { Language } from '../../../api/language.js';
import type { StepKind } from '../../../protocols/language/step.js';
import type { Mark } from '../../../protocols/rules/ladder.js';

interface ExplainWords {
  readonly title: string;
  readonly now: string;
  readonly who: string;
  readonly until: string;
  readonly silence: string;
  readonly kinds: Readonly<Record<StepKind, (title: string) => string>>;
  readonly suspended: (why: string) => string;
  readonly you: string;
  readonly all: (who: string) => string;
  readonly missingSignatures: (who: string) => string;
  readonly ends: (moment: string, due: string) => string;
  readonly paused: string;
  readonly noDeadline: string;
  readonly nothing: string;
  readonly marks: Readonly<Record<Exclude<Mark, 'due'>, string>>;
  readonly at: (moment: string, what: string) => string;
  readonly others: (n: number) => string;
  readonly ended: string;
  readonly endedHere: string;
  readonly quiet: string;
  readonly stuck: string;
  readonly unseen: string;
  readonly anyTime: (titles: string) => string;
  readonly manual: string;
  readonly rights: string;
}

/** Words of the plain explanation of a case: short sentences, one thing each. */
export const EXPLAIN: Readonly<Record<Language, ExplainWords>> = {
  es: {
    title: 'En palabras sencillas',
    now: 'Qué pasa ahora',
    who: 'Quién tiene que actuar',
    until: 'Hasta cuándo',
    silence: 'Qué pasa si nadie responde',
    kinds: {
      task: (title) => `Hay que hacer «${title}» y decir cómo resultó.`,
      approval: (title) => `Una persona tiene que decidir: «${title}».`,
      assessment: (title) => `Hay que valorar la situación: «${title}».`,
      share: (title) => `Hay que enviar datos a otra institución: «${title}».`,
      notice: (title) => `Hay que dar un aviso: «${title}».`,
      document: (title) => `Hay que preparar un documento: «${title}».`,
      wait: (title) => `Se espera algo que puede pasar o no: «${title}».`,
      'follow-up': (title) => `Hay que dar seguimiento a la persona: «${title}».`,
      protocol: (title) => `Hay que pasar a otro protocolo: «${title}».`,
    },
    suspended: (why) => `Está detenido: no puede darse por cumplido. ${why}`,
    you: 'Su institución.',
    all: (who) => `Tienen que firmar todas: ${who}.`,
    missingSignatures: (who) => `Falta la firma de ${who}.`,
    ends: (moment, due) => `Hasta el ${moment}. ${due}.`,
    paused: 'El plazo está detenido. Cuando siga, queda por lo menos el tiempo que faltaba.',
    noDeadline: 'No tiene plazo.',
    nothing: 'No pasa nada por sí solo: espera hasta que alguien responda.',
    marks: {
      'reminder-50': 'se recuerda a quien debe responder',
      'reminder-90': 'se recuerda otra vez a quien debe responder',
      'escalate-150': 'se avisa a la institución que conduce el caso',
      'escalate-200': 'se avisa al nivel más alto de esa institución y al órgano de monitoreo',
    },
    at: (moment, what) => `${upper(moment)}: ${what}.`,
    others: (n) => (n === 1 ? 'El otro paso abierto' : `Los otros ${n} pasos abiertos`),
    ended: 'El caso terminó y ningún paso espera respuesta. La historia queda guardada.',
    endedHere:
      'El caso terminó y su institución no tiene nada pendiente. La historia queda guardada.',
    quiet: 'Ahora nadie tiene que responder. El caso sigue solo en la fecha que se indica.',
    stuck:
      'Ahora nadie tiene que responder y nada sigue por sí solo. El caso sigue cuando alguien avisa de algo que pasó.',
    unseen:
      'De lo que su institución puede ver, nada espera respuesta ahora. Si le toca algo, recibirá un aviso.',
    anyTime: (titles) =>
      `A toda hora puede avisarse de algo que pasó, sin esperar a que se abra un paso: ${titles}.`,
    manual: 'Manual de este protocolo',
    rights: 'Hoja de derechos de la persona',
  },
  en: {
    title: 'In plain words',
    now: 'What happens now',
    who: 'Who has to act',
    until: 'Until when',
    silence: 'What happens if nobody answers',
    kinds: {
      task: (title) => `“${title}” has to be done, and its result told.`,
      approval: (title) => `A person has to decide: “${title}”.`,
      assessment: (title) => `The situation has to be assessed: “${title}”.`,
      share: (title) => `Data has to be sent to another institution: “${title}”.`,
      notice: (title) => `Somebody has to be told: “${title}”.`,
      document: (title) => `A document has to be prepared: “${title}”.`,
      wait: (title) => `Something is awaited that may or may not happen: “${title}”.`,
      'follow-up': (title) => `Somebody has to see how the person is: “${title}”.`,
      protocol: (title) => `The person has to go on under another protocol: “${title}”.`,
    },
    suspended: (why) => `It is suspended: it cannot count as done. ${why}`,
    you: 'Your institution.',
    all: (who) => `All of these have to sign: ${who}.`,
    missingSignatures: (who) => `Still to sign: ${who}.`,
    ends: (moment, due) => `Until ${moment}. ${due}.`,
    paused: 'The clock is stopped. When it goes on, at least the time that was left remains.',
    noDeadline: 'It has no deadline.',
    nothing: 'Nothing happens by itself: it waits until somebody answers.',
    marks: {
      'reminder-50': 'whoever must answer is reminded',
      'reminder-90': 'whoever must answer is reminded again',
      'escalate-150': 'the institution that leads the case is told',
      'escalate-200': 'the highest level of that institution and the monitoring body are told',
    },
    at: (moment, what) => `${upper(moment)}: ${what}.`,
    others: (n) => (n === 1 ? 'The other open step' : `The other ${n} open steps`),
    ended: 'The case has ended and no step waits for an answer. Its history is kept.',
    endedHere: 'The case has ended and your institution has nothing pending. Its history is kept.',
    quiet: 'Nobody has to answer now. The case goes on by itself on the date given.',
    stuck:
      'Nobody has to answer now and nothing goes on by itself. The case goes on when somebody reports that something happened.',
    unseen:
      'Of what your institution may see, nothing waits for an answer now. If something is yours to do, you will be told.',
    anyTime: (titles) =>
      `At any hour something that happened can be reported, without waiting for a step to open: ${titles}.`,
    manual: 'Manual of this protocol',
    rights: 'Rights sheet for the person',
  },
};

/** The first letter in capitals: a date that begins a sentence. */
function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
