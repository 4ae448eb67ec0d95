import { momentOf } from '../../api/views/due-view.js';
import { listSessions } from '../../db/queries/list-sessions.js';
import { revokeSessionsOf } from '../../db/queries/sessions.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { Table } from '../components/table.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { roleAt } from './role-name.js';

const WORDS = {
  es: {
    heading: 'Sesiones abiertas',
    hint: 'Si no reconoce una, ciérrelas todas y cambie su contraseña.',
    list: 'Dónde está abierta su cuenta',
    device: 'Navegador',
    unknown: 'Sin nombre',
    here: 'esta sesión',
    as: 'Trabaja como',
    since: 'Desde',
    seen: 'Usada por última vez',
    close: 'Cerrar todas las demás',
    closeAll: 'Cerrar todas, también esta',
  },
  en: {
    heading: 'Open sessions',
    hint: 'If you do not recognise one, close them all and change your password.',
    list: 'Where your account is open',
    device: 'Browser',
    unknown: 'No name',
    here: 'this session',
    as: 'Working as',
    since: 'Since',
    seen: 'Last used',
    close: 'Close all the others',
    closeAll: 'Close all, this one too',
  },
} as const;

/** `GET /cuenta/sesiones`: where the account is open. */
export async function sessionsPage(visit: Visit): Promise<Shown> {
  const { context, session, language } = visit;
  const words = WORDS[language];
  const open = await listSessions(context.door.db, session.user.id, context.web.sessionLife);
  const moment = (at: Date) => momentOf(at.getTime(), session.timeZone, language);
  const content = (
    <>
      <BackLink href="/cuenta" />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{words.hint}</p>
      <Table
        caption={words.list}
        columns={[words.device, words.as, words.since, words.seen].map((title) => ({ title }))}
        rows={open.map((one) => [
          (one.device || words.unknown) + (one.id === session.id ? ` (${words.here})` : ''),
          roleAt(context, one, language),
          moment(one.createdAt),
          moment(one.seenAt),
        ])}
      />
      <form method="post" action="/cuenta/sesiones" class="govuk-button-group">
        <FormKey visit={visit} />
        {open.length > 1 && (
          <Button kind="secondary" name="cuales" value="demas">
            {words.close}
          </Button>
        )}
        <Button kind="warning" name="cuales" value="todas">
          {words.closeAll}
        </Button>
      </form>
    </>
  );
  return { title: words.heading, content };
}

/** `POST /cuenta/sesiones`: ends the person's other sessions at once, or all of them. */
export async function closeSessions({ context, session, form }: Visit): Promise<Answer> {
  const { db } = context.door;
  if (form.get('cuales') === 'demas') {
    await revokeSessionsOf(db, session.user.id, session.id);
    return { to: '/cuenta/sesiones' };
  }
  await revokeSessionsOf(db, session.user.id);
  return { to: '/entrar', session: 'ended' };
}
