import { listBouncedNotices } from '../../db/queries/bounced-notices.js';
import { Warning } from '../components/warning.js';
import type { Visit } from '../frame/visit.js';
import { MAIL_WORDS } from './mail-words.js';

/** For supervisors: that notices did not reach the institution's mailboxes, with the way to them. */
export async function undeliveredWarning({ context, session, language }: Visit) {
  if (session.role !== 'supervisor') return null;
  const bounced = await listBouncedNotices(context.door.db, session.institution);
  if (bounced.length === 0) return null;
  const words = MAIL_WORDS[language];
  return (
    <Warning>
      {words.warning(bounced.length)}{' '}
      <a class="govuk-link" href="/institucion/avisos">
        {words.see}
      </a>
    </Warning>
  );
}
