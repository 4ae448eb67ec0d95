import { casePath } from '../cases/addresses.js';
import type { Pages, WebContext } from '../context.js';
import { act, show, watch } from '../frame/routes.js';
import { askAsLead, CASE_EVIDENCE, leadEvidence } from './lead-page.js';
import { askAsMonitor, MONITOR_PAGE, monitorEvidence } from './monitor-page.js';
import { requestPath } from './request-list.js';
import { requestFile, requestNews, requestPage } from './request-page.js';

/** The pages of signed evidence. */
export function registerRecord(pages: Pages, context: WebContext): void {
  show(pages, context, MONITOR_PAGE, 'monitoring.read', monitorEvidence);
  act(pages, context, MONITOR_PAGE, 'evidence.ask', askAsMonitor);
  const ofCase = casePath(':run', CASE_EVIDENCE);
  show(pages, context, ofCase, 'case.evidence', leadEvidence);
  act(pages, context, `${ofCase}/pedir`, 'case.evidence', askAsLead);
  const one = requestPath(':request');
  show(pages, context, one, 'evidence.read', requestPage);
  watch(pages, context, `${one}/novedades`, 'evidence.read', requestNews);
  show(pages, context, `${one}/archivo`, 'evidence.read', requestFile);
}
