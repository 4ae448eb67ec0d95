import { sayLength } from '../../protocols/compare/words.js';
import type { Silence } from '../../protocols/language/deadline.js';
import type { Step } from '../../protocols/language/step.js';
import type { Text } from '../../protocols/language/text.js';
import { type Language, say } from '../language.js';

/** What happens when nobody answers in time (language/deadline, `SILENCE`). */
const SILENCE_MEANS: Readonly<Record<Silence, Text>> = {
  L0: { es: 'Solo se recuerda', en: 'Only reminders are sent' },
  L1: {
    es: 'Se avisa a su superior, a la institución que conduce y al monitoreo',
    en: 'Your supervisor, the leading institution and the monitor are told',
  },
  L2: {
    es: 'Se avisa a sus superiores y la salida queda detenida',
    en: 'Superiors are told and departure stays blocked',
  },
  L3: {
    es: 'El proceso sigue por la vía que protege a la persona',
    en: 'The run takes the branch that protects the person',
  },
  L4: { es: 'Se entiende que no hay objeción', en: 'It counts as no objection' },
  L5: {
    es: 'Se entiende aceptado si el acuerdo vigente lo dice',
    en: 'It counts as accepted where the agreement in force says so',
  },
  L6: { es: 'Vence la vigencia', en: 'The validity runs out' },
};

const MONITOR_AT_ONCE: Text = {
  es: 'el órgano de monitoreo lo sabe en cuanto vence',
  en: 'the monitoring body is told as soon as the time is up',
};

const LAST_LEVEL = {
  es: (within: string) => `el último nivel lo sabe ${within} después`,
  en: (within: string) => `the last level is told ${within} later`,
} as const;

/** What silence about a deadline means, who hears of it sooner than usual, and the time within which all have. */
export function silenceMeans(
  { silence, escalates, tellsMonitor }: NonNullable<Step['deadline']>,
  language: Language,
): string {
  const within = escalates && say(sayLength(escalates), language);
  return [
    say(SILENCE_MEANS[silence], language),
    ...(tellsMonitor ? [say(MONITOR_AT_ONCE, language)] : []),
    ...(within ? [LAST_LEVEL[language](within)] : []),
  ].join('; ');
}

/** The same for one step, with the outcome that silence gives; undefined for a step without a deadline. */
export function silenceWords({ deadline, outcomes }: Step, language: Language): string | undefined {
  if (!deadline) return undefined;
  const means = silenceMeans(deadline, language);
  const lapse = outcomes.find(({ id }) => id === deadline.lapse);
  if (!lapse) return means;
  const title = say(lapse.title, language);
  return language === 'es' ? `${means}: «${title}»` : `${means}: “${title}”`;
}
