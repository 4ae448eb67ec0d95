import type { Pages, WebContext } from '../context.js';
import { showToAll } from '../frame/open-routes.js';
import { accessibilityPage } from './accessibility-page.js';
import { helpPage } from './help-page.js';
import { privacyPage } from './privacy-page.js';

/** What everybody may read, signed in or not. */
export function registerHelp(pages: Pages, context: WebContext): void {
  showToAll(pages, context, '/ayuda', helpPage);
  showToAll(pages, context, '/accesibilidad', accessibilityPage);
  showToAll(pages, context, '/privacidad', privacyPage);
}
