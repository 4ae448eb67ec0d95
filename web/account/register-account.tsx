import type { Pages, WebContext } from '../context.js';
import { requireFresh } from '../frame/fresh.js';
import { act, show } from '../frame/routes.js';
import { enterAbsence, showAbsences, takeAbsence } from './absences-page.js';
import { accountPage } from './account-page.js';
import { confirm, showConfirm } from './confirm-page.js';
import { saveHours, showHours } from './hours-page.js';
import { saveMail, showMail } from './mail-page.js';
import { changePassword, showPassword } from './password-page.js';
import { addSecondFactor, removeSecondFactor, showSecondFactor } from './second-factor-page.js';
import { closeSessions, sessionsPage } from './sessions-page.js';
import { changeLanguage, switchRole } from './switch-role.js';

/** The pages of one's own account. */
export function registerAccount(pages: Pages, context: WebContext): void {
  show(pages, context, '/cuenta', 'me.read', accountPage);
  act(pages, context, '/cuenta/funcion', 'me.change', switchRole);
  act(pages, context, '/cuenta/idioma', 'me.change', changeLanguage);
  show(pages, context, '/cuenta/sesiones', 'me.read', sessionsPage);
  act(pages, context, '/cuenta/sesiones', 'me.change', closeSessions);
  show(pages, context, '/cuenta/confirmar', 'me.read', showConfirm);
  act(pages, context, '/cuenta/confirmar', 'me.change', confirm);
  show(pages, context, '/cuenta/clave', 'me.read', requireFresh(showPassword));
  act(pages, context, '/cuenta/clave', 'me.change', requireFresh(changePassword));
  show(pages, context, '/cuenta/segundo', 'me.read', requireFresh(showSecondFactor));
  const page = () => '/cuenta/segundo';
  const add = (kind: 'totp' | 'passkey') => requireFresh(addSecondFactor(kind), page);
  act(pages, context, '/cuenta/segundo/codigos', 'me.change', add('totp'));
  act(pages, context, '/cuenta/segundo/llave-nueva', 'me.change', add('passkey'));
  act(
    pages,
    context,
    '/cuenta/segundo/quitar',
    'me.change',
    requireFresh(removeSecondFactor, page),
  );
  show(pages, context, '/cuenta/ausencias', 'me.read', showAbsences);
  act(pages, context, '/cuenta/ausencias', 'me.change', enterAbsence);
  act(pages, context, '/cuenta/ausencias/quitar', 'me.change', takeAbsence);
  show(pages, context, '/cuenta/avisos', 'me.read', showMail);
  act(pages, context, '/cuenta/avisos', 'me.change', saveMail);
  show(pages, context, '/cuenta/horario', 'me.read', showHours);
  act(pages, context, '/cuenta/horario', 'me.change', saveHours);
}
