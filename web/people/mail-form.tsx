import type { MailPreferences } from '../../db/queries/mail-preferences.js';
import { Button } from '../components/button.js';
import { Checkboxes, Radios } from '../components/choices.js';
import { type Fault, faultOf } from '../components/error-summary.js';
import { FormKey } from '../frame/routes.js';
import type { Visit } from '../frame/visit.js';
import { MAIL_WORDS } from './mail-words.js';

/** Whose preferences a form is about: what can be chosen differs in one thing. */
export type Whose = 'institution' | 'person';

const OWN_CHOICE = { institution: 'together', person: 'own' } as const;

/** What can be chosen of mail. */
export function MailForm(props: {
  readonly visit: Visit;
  readonly whose: Whose;
  readonly chosen: MailPreferences;
  readonly faults: readonly Fault[];
}) {
  const { visit, whose, chosen, faults } = props;
  const words = MAIL_WORDS[visit.language];
  const own = OWN_CHOICE[whose];
  const item = (value: 'calendar' | 'together' | 'own') => ({
    value,
    label: words[value],
    hint: words[`${value}Hint`],
  });
  return (
    <form method="post" noValidate>
      <FormKey visit={visit} />
      <p class="govuk-body">{words.law}</p>
      <Radios
        id="recordatorios"
        label={words.reminders}
        value={chosen.reminders}
        error={faultOf(faults, 'recordatorios')}
        items={[
          { value: 'each', label: words.each },
          { value: 'daily', label: words.daily },
        ]}
      />
      <Checkboxes
        id="tambien"
        label={words.more}
        values={(['calendar', own] as const).filter((key) => chosen[key])}
        items={[item('calendar'), item(own)]}
      />
      <Button>{words.save}</Button>
    </form>
  );
}

/** What a form chose; or the faults of it. */
export function readMailForm(
  { form, language }: Visit,
  whose: Whose,
): { readonly chosen: Partial<MailPreferences> } | { readonly faults: readonly Fault[] } {
  const reminders = form.get('recordatorios');
  if (reminders !== 'each' && reminders !== 'daily') {
    return { faults: [{ text: MAIL_WORDS[language].choose, field: 'recordatorios' }] };
  }
  const also = new Set(form.getAll('tambien'));
  const own = OWN_CHOICE[whose];
  return { chosen: { reminders, calendar: also.has('calendar'), [own]: also.has(own) } };
}
