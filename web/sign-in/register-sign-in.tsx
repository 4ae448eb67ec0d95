import type { Pages, WebTools } from '../context.js';
import { actGuest, showGuest } from '../frame/guest-routes.js';
import { act } from '../frame/routes.js';
import { comeBack, leadToInstitution, showInstitutions } from './institution/institution-pages.js';
import { acceptLink, showLink } from './link-page.js';
import { ask, showRecovery } from './recovery-page.js';
import {
  proveByCode,
  proveByPasskey,
  setUpFirst,
  showSecond,
} from './second-factor/second-page.js';
import { showSignIn, signIn } from './sign-in-page.js';
import { signOut } from './sign-out.js';

/** The pages before there is a session, and the way out. */
export function registerSignIn(pages: Pages, tools: WebTools): void {
  showGuest(pages, tools, '/entrar', showSignIn);
  actGuest(pages, tools, '/entrar', signIn);
  showGuest(pages, tools, '/entrar/segundo', showSecond);
  actGuest(pages, tools, '/entrar/segundo', proveByCode);
  actGuest(pages, tools, '/entrar/segundo/llave', proveByPasskey);
  actGuest(pages, tools, '/entrar/segundo/codigos', setUpFirst('totp'));
  actGuest(pages, tools, '/entrar/segundo/llave-nueva', setUpFirst('passkey'));
  showGuest(pages, tools, '/invitacion/:secreto', showLink);
  actGuest(pages, tools, '/invitacion/:secreto', acceptLink);
  showGuest(pages, tools, '/entrar/recuperar', showRecovery);
  actGuest(pages, tools, '/entrar/recuperar', ask);
  showGuest(pages, tools, '/entrar/institucion', showInstitutions);
  showGuest(pages, tools, '/entrar/institucion/regreso', comeBack);
  showGuest(pages, tools, '/entrar/institucion/:institucion', leadToInstitution);
  act(pages, tools.context, '/salir', 'me.change', signOut);
}
