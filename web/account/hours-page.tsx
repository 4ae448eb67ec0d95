import { listShifts, type Shift, saveShifts } from '../../db/queries/absences.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';

const WORDS = {
  es: {
    heading: 'Horario semanal',
    hint: 'Sirve para saber si alguien de su institución puede responder a tiempo. Sin horario, cuenta como localizable siempre. Escriba por ejemplo 8:00-16:00; deje vacío el día libre.',
    days: ['Lunes', 'Martes', 'Miércoles', 'Jueves', 'Viernes', 'Sábado', 'Domingo'],
    save: 'Guardar el horario',
    fault: 'debe tener la forma 8:00-16:00',
  },
  en: {
    heading: 'Weekly hours',
    hint: 'They tell whether somebody of your institution can answer in time. Without hours you count as always reachable. Write for example 8:00-16:00; leave a free day empty.',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    save: 'Save the hours',
    fault: 'must look like 8:00-16:00',
  },
} as const;

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const at = ({ session }: Visit) => ({ userId: session.user.id, institution: session.institution });

/** `GET /cuenta/horario`. */
export async function showHours(visit: Visit): Promise<Answer> {
  const kept = await listShifts(visit.context.door.db, at(visit));
  const typed = Object.fromEntries(kept.map((shift) => [`dia-${shift.weekday}`, spanOf(shift)]));
  return hoursPage(visit, typed, []);
}

/** `POST /cuenta/horario`. */
export async function saveHours(visit: Visit): Promise<Answer> {
  const { context, form, language } = visit;
  const words = WORDS[language];
  const typed = Object.fromEntries(
    DAYS.map((day) => [`dia-${day}`, (form.get(`dia-${day}`) ?? '').trim()]),
  );
  const faults: Fault[] = [];
  const week: Shift[] = [];
  for (const weekday of DAYS) {
    const field = `dia-${weekday}`;
    const given = typed[field] ?? '';
    if (given === '') continue;
    const shift = shiftIn(weekday, given);
    if (shift) week.push(shift);
    else faults.push({ text: `${words.days[weekday - 1]}: ${words.fault}`, field });
  }
  if (faults.length > 0) return hoursPage(visit, typed, faults);
  await saveShifts(context.door.db, at(visit), week);
  return { to: '/cuenta' };
}

function shiftIn(weekday: number, given: string): Shift | undefined {
  const parts = /^(\d{1,2})(?::(\d\d))?\s*[-–a]\s*(\d{1,2})(?::(\d\d))?$/.exec(given);
  if (!parts) return undefined;
  const [, h1 = '', m1 = '0', h2 = '', m2 = '0'] = parts;
  const fromMinute = Number(h1) * 60 + Number(m1);
  const untilMinute = Number(h2) * 60 + Number(m2);
  const fits = fromMinute < 1440 && untilMinute <= 1440 && Number(m1) < 60 && Number(m2) < 60;
  return fits && fromMinute !== untilMinute ? { weekday, fromMinute, untilMinute } : undefined;
}

function spanOf({ fromMinute, untilMinute }: Shift): string {
  const clock = (minute: number) =>
    `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return `${clock(fromMinute)}-${clock(untilMinute)}`;
}

function hoursPage(
  visit: Visit,
  typed: Readonly<Record<string, string>>,
  faults: readonly Fault[],
): Answer {
  const words = WORDS[visit.language];
  const content = (
    <Narrow>
      <BackLink href="/cuenta" />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.hint}</p>
      <form method="post" noValidate>
        <FormKey visit={visit} />
        {DAYS.map((weekday) => (
          <Field
            id={`dia-${weekday}`}
            label={words.days[weekday - 1]}
            width={10}
            value={typed[`dia-${weekday}`] ?? ''}
            error={faultOf(faults, `dia-${weekday}`)}
          />
        ))}
        <Button>{words.save}</Button>
      </form>
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
