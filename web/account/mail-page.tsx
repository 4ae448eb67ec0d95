import { findMailPreferences, saveMailPreferences } from '../../db/queries/mail-preferences.js';
import { BackLink } from '../components/back-link.js';
import { Banner } from '../components/banner.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { Narrow } from '../frame/narrow.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { MailForm, readMailForm } from '../people/mail-form.js';
import { MAIL_WORDS } from '../people/mail-words.js';

const at = ({ session }: Visit) => ({ institution: session.institution, user: session.user.id });

/** `GET /cuenta/avisos`: what the person wants of mail at the institution they work for now. */
export function showMail(visit: Visit): Promise<Shown> {
  return mailPage(visit, []);
}

/** `POST /cuenta/avisos`. */
export async function saveMail(visit: Visit): Promise<Answer> {
  const read = readMailForm(visit, 'person');
  if ('faults' in read) return mailPage(visit, read.faults);
  await saveMailPreferences(visit.context.door.db, at(visit), read.chosen);
  return { to: '/cuenta/avisos?hecho=guardado' };
}

async function mailPage(visit: Visit, faults: readonly Fault[]): Promise<Shown> {
  const words = MAIL_WORDS[visit.language];
  const chosen = await findMailPreferences(visit.context.door.db, at(visit));
  const content = (
    <Narrow>
      <BackLink href="/cuenta" />
      <ErrorSummary faults={faults} />
      {faults.length === 0 && visit.query.get('hecho') === 'guardado' && (
        <Banner kind="success" text={words.saved} />
      )}
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <MailForm {...{ visit, chosen, faults }} whose="person" />
    </Narrow>
  );
  return { title: words.heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
