import { momentOf } from '../../api/views/due-view.js';
import { institutionIn } from '../../api/views/words.js';
import { type BouncedNotice, listBouncedNotices } from '../../db/queries/bounced-notices.js';
import {
  findMailPreferences,
  type MailPreferences,
  saveMailPreferences,
} from '../../db/queries/mail-preferences.js';
import type { NoticeKind } from '../../protocols/core/effects.js';
import { Banner } from '../components/banner.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { Table } from '../components/table.js';
import { Narrow } from '../frame/narrow.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { addressFor, institutionOf } from './institution-of.js';
import { MailForm, readMailForm } from './mail-form.js';
import { MAIL_WORDS } from './mail-words.js';

const PAGE = '/institucion/avisos';

/** `GET /institucion/avisos`: what the institution wants of mail, and which of it did not arrive. */
export async function showInstitutionMail(visit: Visit): Promise<Shown> {
  return mailPage(visit, await institutionOf(visit), []);
}

/** `POST /institucion/avisos`. */
export async function saveInstitutionMail(visit: Visit): Promise<Answer> {
  const institution = await institutionOf(visit);
  const read = readMailForm(visit, 'institution');
  if ('faults' in read) return mailPage(visit, institution, read.faults);
  await saveMailPreferences(visit.context.door.db, { institution }, read.chosen);
  const to = addressFor(visit, institution, PAGE);
  return { to: `${to}${to.includes('?') ? '&' : '?'}hecho=guardado` };
}

async function mailPage(
  visit: Visit,
  institution: string,
  faults: readonly Fault[],
): Promise<Shown> {
  const { context, language, query } = visit;
  const { db, directory } = context.door;
  const words = MAIL_WORDS[language];
  const [chosen, bounced]: [MailPreferences, BouncedNotice[]] = await Promise.all([
    findMailPreferences(db, { institution }),
    listBouncedNotices(db, institution),
  ]);
  const { title: name } = institutionIn(directory, institution, language);
  const heading = words.headingOf.replace('{name}', () => name);
  const content = (
    <>
      <ErrorSummary faults={faults} />
      {faults.length === 0 && query.get('hecho') === 'guardado' && (
        <Banner kind="success" text={words.saved} />
      )}
      <h1 class="govuk-heading-l">{heading}</h1>
      <Narrow>
        <MailForm {...{ visit, chosen, faults }} whose="institution" />
      </Narrow>
      <h2 class="govuk-heading-m">{words.bounced}</h2>
      <Bounced visit={visit} bounced={bounced} />
    </>
  );
  return { title: heading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

function Bounced({ visit, bounced }: { visit: Visit; bounced: readonly BouncedNotice[] }) {
  const { language, session } = visit;
  const words = MAIL_WORDS[language];
  if (bounced.length === 0) return <p class="govuk-body">{words.noBounced}</p>;
  return (
    <>
      <p class="govuk-body">{words.bouncedAbout}</p>
      <Table
        caption={words.bounced}
        columns={[words.reference, words.kind, words.when].map((title) => ({ title }))}
        rows={bounced.map(({ reference, kind, createdAt }) => [
          session.role === 'admin' ? (
            reference
          ) : (
            <a class="govuk-link" href={`/avisos/${reference}`}>
              {reference}
            </a>
          ),
          words.kinds[kind as NoticeKind],
          momentOf(createdAt.getTime(), session.timeZone, language),
        ])}
      />
    </>
  );
}
