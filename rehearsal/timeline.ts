import type { TimelineEntry } from '../db/queries/timeline.js';
import type { Definition } from '../protocols/language/definition.js';
import type { Text } from '../protocols/language/text.js';

type Language = 'es' | 'en';

/** How the story of a run is told: one paragraph an act, what it made happen indented below. */
export function tellTimeline(
  definition: Definition,
  entries: readonly TimelineEntry[],
  options: { language: Language; timeZone: string; nameOf: (institution: string) => string },
): string {
  const { language, timeZone, nameOf } = options;
  const day = new Intl.DateTimeFormat(language === 'es' ? 'es-MX' : 'en-GB', {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const lines: string[] = [];
  for (const entry of entries) {
    const who = entry.institution === 'system' ? WORDS.clock[language] : nameOf(entry.institution);
    lines.push(`${day.format(entry.at)}  ${headline(definition, entry, language)}  (${who})`);
    if (entry.act.continuation?.run) lines.push(`      ${WORDS.carriedOn[language]}`);
    for (const { kind, level, institution, state } of entry.notices) {
      const words = NOTICES[kind]?.[language] ?? kind;
      const above = level === 'institution' ? '' : ` [${LEVELS[level]?.[language] ?? level}]`;
      lines.push(
        `      ${WORDS.notice[language]} ${nameOf(institution)}${above}: ${words} (${STATES[state]?.[language] ?? state})`,
      );
    }
    for (const { share, institution, state } of entry.releases) {
      const what = SHARES[state] ?? WORDS.share;
      lines.push(
        `      ${what[language]} ${institution ? nameOf(institution) : '—'}: ${share.slice(share.indexOf(':') + 1)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function headline(definition: Definition, { act }: TimelineEntry, language: Language): string {
  const titleOf = (step: string) =>
    definition.steps.find((one) => one.id === step)?.title[language] ?? step;
  switch (act.type) {
    case 'run-started':
      return `${(act.reroute ? WORDS.carriesOn : WORDS.started)[language]}: ${definition.title[language]}`;
    case 'step-completed': {
      const step = definition.steps.find((one) => one.id === act.step);
      const outcome = step?.outcomes.find((one) => one.id === act.outcome)?.title[language];
      return `${titleOf(act.step)}: ${outcome ?? act.outcome}`;
    }
    case 'event-reported': {
      const event = definition.events.find((one) => one.id === act.event);
      const word = act.carried ? WORDS.carried : WORDS.event;
      return `${word[language]}: ${event?.title[language] ?? act.event}`;
    }
    case 'share-acknowledged':
      return `${WORDS.acknowledged[language]}: ${act.share}`;
    case 'family-joined':
      return WORDS.familyJoined[language];
    case 'role-reassigned':
      return `${WORDS.reassigned[language]}: ${act.role}`;
    case 'step-nudged':
      return `${WORDS.nudged[language]}: ${titleOf(act.step)}`;
    case 'origin-stopped':
    case 'origin-lift-asked':
    case 'origin-lift-decided':
      return ORIGIN[act.type][language];
    case 'register-changed':
      return `${WORDS.register[language]}: ${act.changes.map(({ kind }) => REGISTER[kind][language]).join(', ')}`;
    case 'clock-reached': {
      const { clock } = act;
      if (clock.kind === 'expiry') {
        const fact = definition.facts.find((one) => one.id === clock.fact);
        return `${WORDS.expired[language]}: ${fact?.title[language] ?? clock.fact}`;
      }
      if (clock.kind === 'opening') return `${WORDS.opens[language]}: ${titleOf(clock.step)}`;
      const of = clock.kind === 'mark' ? titleOf(clock.step) : clock.share;
      return `${MARKS[clock.mark]?.[language] ?? clock.mark}: ${of}`;
    }
  }
}

const ORIGIN = {
  'origin-stopped': {
    es: 'Sin contacto con el país de origen',
    en: 'No contact with the country of origin',
  },
  'origin-lift-asked': {
    es: 'Se pide permitir el contacto con el país de origen',
    en: 'Asked to allow contact with the country of origin',
  },
  'origin-lift-decided': {
    es: 'Se decide sobre el contacto con el país de origen',
    en: 'Decided on contact with the country of origin',
  },
};

const WORDS = {
  clock: { es: 'reloj', en: 'clock' },
  started: { es: 'Inicio', en: 'Start' },
  familyJoined: { es: 'Vinculado con el caso de un familiar', en: "Linked with a relative's case" },
  carriesOn: { es: 'Continúa el caso', en: 'Carries on the case' },
  carriedOn: {
    es: 'el caso continúa en otro protocolo',
    en: 'the case goes on under another protocol',
  },
  carried: { es: 'Sigue pendiente', en: 'Still pending' },
  event: { es: 'SUCESO', en: 'EVENT' },
  notice: { es: 'aviso a', en: 'notice to' },
  share: { es: 'datos para', en: 'data to' },
  acknowledged: { es: 'Acuse de recibo', en: 'Acknowledged' },
  reassigned: { es: 'Función reasignada', en: 'Role reassigned' },
  nudged: { es: 'Recordatorio a quien debe responder', en: 'Reminder to who must answer' },
  register: { es: 'Cambió el registro', en: 'The register changed' },
  expired: { es: 'Venció la validez', en: 'Validity ran out' },
  opens: { es: 'Llegó el momento', en: 'Its time has come' },
} satisfies Record<string, Text>;

/** A share that did not go out. */
const SHARES: Record<string, Text> = {
  pending: { es: 'datos por entregar a', en: 'data still to be handed to' },
  suppressed: { es: 'envío suprimido para', en: 'share suppressed for' },
  withheld: { es: 'envío retenido para', en: 'share withheld from' },
};

const REGISTER = {
  day: { es: 'días hábiles', en: 'working days' },
  agreement: { es: 'acuerdo', en: 'agreement' },
  closure: { es: 'cierre de un punto', en: 'closure of a point' },
  relations: { es: 'representación', en: 'representation' },
} satisfies Record<string, Text>;

const MARKS: Record<string, Text> = {
  'reminder-50': { es: 'Recordatorio al 50 %', en: 'Reminder at 50 %' },
  'reminder-90': { es: 'Recordatorio al 90 %', en: 'Reminder at 90 %' },
  due: { es: 'PLAZO VENCIDO', en: 'DEADLINE LAPSED' },
  'escalate-150': {
    es: 'ESCALADO a la rectora (nivel técnico)',
    en: 'ESCALATED to the lead (technical level)',
  },
  'escalate-200': {
    es: 'ESCALADO a la rectora (nivel político) y al monitoreo',
    en: 'ESCALATED to the lead (political level) and the monitor',
  },
};

const NOTICES: Record<string, Text> = {
  opened: { es: 'tiene una tarea nueva', en: 'has a new task' },
  reassigned: { es: 'recibe una tarea', en: 'is given a task' },
  'nearly-due': { es: 'su tarea vence pronto', en: 'its task is due soon' },
  overdue: { es: 'su tarea está vencida', en: 'its task is overdue' },
  lapsed: {
    es: 'su tarea venció y se cerró por silencio',
    en: 'its task lapsed and was closed by silence',
  },
  escalated: { es: 'una tarea ajena está vencida', en: "another institution's task is overdue" },
  withdrawn: { es: 'su tarea fue retirada', en: 'its task was withdrawn' },
  suspended: { es: 'su tarea está suspendida', en: 'its task is suspended' },
  resumed: { es: 'su tarea se reanuda', en: 'its task goes on' },
  shared: { es: 'recibió datos', en: 'was sent data' },
  'recall-rests': {
    es: 'hay datos por retirar y no se puede pedir',
    en: 'data is to come back and cannot be asked for',
  },
  vacant: { es: 'falta asignar una función', en: 'a role has to be filled' },
  unclaimed: { es: 'nadie recibió el caso', en: 'nobody received the case' },
  'second-needed': { es: 'falta una segunda persona', en: 'a second person is needed' },
  lowered: { es: 'se redujo la protección', en: 'protection was lowered' },
  'lowered-soon': {
    es: 'se redujo la protección poco antes de una salida',
    en: 'protection was lowered shortly before a departure',
  },
};

const LEVELS: Record<string, Text> = {
  supervisor: { es: 'supervisión', en: 'supervisor' },
  'lead-technical': { es: 'nivel técnico', en: 'technical level' },
  'lead-political': { es: 'nivel político', en: 'political level' },
  monitor: { es: 'monitoreo', en: 'monitor' },
};

const STATES: Record<string, Text> = {
  inbox: { es: 'en la bandeja', en: 'in the inbox' },
  pending: { es: 'por enviar', en: 'to be sent' },
  sending: { es: 'enviándose', en: 'being sent' },
  sent: { es: 'correo enviado', en: 'mailed' },
  unknown: { es: 'envío sin confirmar', en: 'outcome unknown' },
  bounced: { es: 'rebotado', en: 'bounced' },
  obsolete: { es: 'ya no hizo falta', en: 'no longer needed' },
};
