import { caseConsentSheetPage, consentSheetPage } from '../consents/consent-sheet.js';
import type { Pages, WebContext } from '../context.js';
import { showToAll } from '../frame/open-routes.js';
import { show } from '../frame/routes.js';
import { accessibilityPage } from './accessibility-page.js';
import {
  caseConsentPath,
  caseManualPath,
  caseRightsPath,
  consentPath,
  MANUALS,
  manualPath,
  rightsPath,
} from './addresses.js';
import { helpPage } from './help-page.js';
import { caseManualPage, manualPage } from './manual/manual-page.js';
import { manualsPage } from './manual/manuals-page.js';
import { privacyPage } from './privacy-page.js';
import { caseRightsPage, rightsPage } from './rights/rights-page.js';

/** What everybody may read, signed in or not; manuals and sheets of rights for those who work with cases. */
export function registerHelp(pages: Pages, context: WebContext): void {
  showToAll(pages, context, '/ayuda', helpPage);
  showToAll(pages, context, '/accesibilidad', accessibilityPage);
  showToAll(pages, context, '/privacidad', privacyPage);
  show(pages, context, MANUALS, 'protocol.read', manualsPage);
  show(pages, context, manualPath(':protocol'), 'protocol.read', manualPage);
  show(pages, context, rightsPath(':protocol'), 'protocol.read', rightsPage);
  show(pages, context, consentPath(':protocol', ':purpose'), 'protocol.read', consentSheetPage);
  show(pages, context, caseConsentPath(':run', ':purpose'), 'run.work', caseConsentSheetPage);
  show(pages, context, caseManualPath(':run'), 'run.work', caseManualPage);
  show(pages, context, caseRightsPath(':run'), 'run.work', caseRightsPage);
}
