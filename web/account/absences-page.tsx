import {
  addAbsence,
  listAbsences,
  listColleagues,
  removeAbsence,
} from '../../db/queries/absences.js';
import { localDate } from '../../protocols/rules/zone.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { DateField } from '../components/date-field.js';
import { dateFrom, datePartsIn } from '../components/date-parts.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Select } from '../components/select.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';

const WORDS = {
  es: {
    heading: 'Ausencias',
    hint: 'Los dos días cuentan. Quien le suple recibe lo que usted tenga asignado. Nadie ve el motivo.',
    none: 'No tiene ausencias anotadas.',
    from: 'Primer día de ausencia',
    until: 'Último día de ausencia',
    deputy: 'Quién le suple',
    nobody: 'Nadie en particular',
    add: 'Anotar la ausencia',
    remove: 'Quitar',
    span: (from: string, until: string) => `Del ${from} al ${until}`,
    by: (name: string) => `suple ${name}`,
    day: 'debe ser un día del calendario, por ejemplo 24 12 2026',
    order: 'El último día debe ser el primero o uno posterior',
    past: 'El último día debe ser hoy o posterior',
  },
  en: {
    heading: 'Absences',
    hint: 'Both days count. Who stands in gets what is assigned to you. Nobody sees the reason.',
    none: 'You have no absences.',
    from: 'First day of absence',
    until: 'Last day of absence',
    deputy: 'Who stands in',
    nobody: 'Nobody in particular',
    add: 'Add the absence',
    remove: 'Remove',
    span: (from: string, until: string) => `From ${from} to ${until}`,
    by: (name: string) => `${name} stands in`,
    day: 'must be a day of the calendar, for example 24 12 2026',
    order: 'The last day must be the first or a later one',
    past: 'The last day must be today or later',
  },
} as const;

const at = ({ session }: Visit) => ({ userId: session.user.id, institution: session.institution });
const today = ({ context, session }: Visit) =>
  localDate(context.door.clock.now(), session.timeZone);

/** `GET /cuenta/ausencias`. */
export function showAbsences(visit: Visit): Promise<Answer> {
  return absencesPage(visit, []);
}

/** `POST /cuenta/ausencias`: adds one. */
export async function enterAbsence(visit: Visit): Promise<Answer> {
  const { context, form, language } = visit;
  const { db } = context.door;
  const words = WORDS[language];
  const fromOn = dateFrom(datePartsIn(form, 'desde'));
  const untilOn = dateFrom(datePartsIn(form, 'hasta'));
  const faults: Fault[] = [];
  if (!isDay(fromOn)) faults.push({ text: `${words.from}: ${words.day}`, field: 'desde' });
  if (!isDay(untilOn)) faults.push({ text: `${words.until}: ${words.day}`, field: 'hasta' });
  else if (isDay(fromOn) && untilOn < fromOn) faults.push({ text: words.order, field: 'hasta' });
  else if (untilOn < today(visit)) faults.push({ text: words.past, field: 'hasta' });
  if (faults.length > 0) return absencesPage(visit, faults);
  const colleagues = await listColleagues(db, at(visit));
  const deputy = colleagues.find(({ id }) => id === form.get('suple'));
  await addAbsence(db, at(visit), { fromOn, untilOn, ...(deputy ? { deputyId: deputy.id } : {}) });
  return { to: '/cuenta/ausencias' };
}

/** `POST /cuenta/ausencias/quitar`. */
export async function takeAbsence(visit: Visit): Promise<Answer> {
  await removeAbsence(visit.context.door.db, at(visit), visit.form.get('cual') ?? '');
  return { to: '/cuenta/ausencias' };
}

const isDay = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date);

async function absencesPage(visit: Visit, faults: readonly Fault[]): Promise<Answer> {
  const { context, form, language } = visit;
  const { db } = context.door;
  const words = WORDS[language];
  const [absences, colleagues] = await Promise.all([
    listAbsences(db, at(visit), today(visit)),
    listColleagues(db, at(visit)),
  ]);
  const content = (
    <Narrow>
      <BackLink href="/cuenta" />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.hint}</p>
      {absences.length === 0 && <p class="govuk-body">{words.none}</p>}
      {absences.map((one) => {
        const span = words.span(dayIn(one.fromOn, language), dayIn(one.untilOn, language));
        return (
          <form method="post" action="/cuenta/ausencias/quitar" class="govuk-button-group">
            <FormKey visit={visit} />
            <input type="hidden" name="cual" value={one.id} />
            <p class="govuk-body">
              {one.deputyName === null ? span : `${span}; ${words.by(one.deputyName)}`}
            </p>
            <Button kind="secondary">
              {words.remove}
              <span class="govuk-visually-hidden">{`: ${span}`}</span>
            </Button>
          </form>
        );
      })}
      <form method="post" noValidate>
        <FormKey visit={visit} />
        <DateField
          id="desde"
          label={words.from}
          value={datePartsIn(form, 'desde')}
          error={faultOf(faults, 'desde')}
        />
        <DateField
          id="hasta"
          label={words.until}
          value={datePartsIn(form, 'hasta')}
          error={faultOf(faults, 'hasta')}
        />
        <Select
          id="suple"
          label={words.deputy}
          value={form.get('suple') ?? ''}
          items={[
            { value: '', label: words.nobody },
            ...colleagues.map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
        />
        <Button>{words.add}</Button>
      </form>
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

function dayIn(date: string, language: 'es' | 'en'): string {
  const format = new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', {
    timeZone: 'UTC',
    dateStyle: 'long',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
