import type { Pages, WebContext } from '../context.js';
import { show } from '../frame/routes.js';
import { monitoredCasePage } from './case-page.js';
import { monitoringPage } from './list-page.js';

/** The pages of monitoring bodies: they show, and nothing on them names a person or a run. */
export function registerMonitoring(pages: Pages, context: WebContext): void {
  show(pages, context, '/monitoreo', 'monitoring.read', monitoringPage);
  show(pages, context, '/monitoreo/casos/:pseudonym', 'monitoring.read', monitoredCasePage);
}
