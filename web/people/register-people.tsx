import type { Pages, WebContext } from '../context.js';
import { requireFresh } from '../frame/fresh.js';
import { act, show } from '../frame/routes.js';
import type { Handler } from '../frame/visit.js';
import { addPerson, decide, end, renew, resendInvitation } from './change-people.js';
import { showEnd } from './end-page.js';
import { saveInstitutionMail, showInstitutionMail } from './mail-page.js';
import { showPeople } from './people-page.js';

/** The people of an institution, for supervisors and administrators. */
export function registerPeople(pages: Pages, context: WebContext): void {
  const url = '/institucion/personas';
  show(pages, context, url, 'people.manage', showPeople);
  const change = (path: string, handler: Handler) =>
    act(
      pages,
      context,
      url + path,
      'people.manage',
      requireFresh(handler, () => url),
    );
  change('', addPerson);
  change('/reenviar', resendInvitation);
  change('/renovar', renew);
  show(pages, context, `${url}/terminar`, 'people.manage', requireFresh(showEnd));
  change('/terminar', end);
  change('/aprobar', decide('approved'));
  change('/rechazar', decide('refused'));
  const mail = '/institucion/avisos';
  show(pages, context, mail, 'mail.manage', showInstitutionMail);
  act(pages, context, mail, 'mail.manage', saveInstitutionMail);
}
