import type { Pages, WebTools } from '../context.js';
import { actGuest, showGuest } from '../frame/guest-routes.js';
import { act } from '../frame/routes.js';
import { showSignIn, signIn } from './sign-in-page.js';
import { signOut } from './sign-out.js';

/** The pages before there is a session, and the way out. */
export function registerSignIn(pages: Pages, tools: WebTools): void {
  showGuest(pages, tools, '/entrar', showSignIn);
  actGuest(pages, tools, '/entrar', signIn);
  act(pages, tools.context, '/salir', 'me.change', signOut);
}
