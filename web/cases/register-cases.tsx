import type { Pages, WebContext } from '../context.js';
import { act, show, watch } from '../frame/routes.js';
import { actionsPage } from './actions/actions-page.js';
import { eventPage, reportIt } from './actions/event-page.js';
import { familyPage, linkIt } from './actions/family-page.js';
import { nudgeIt, nudgePage } from './actions/nudge-page.js';
import { reassignIt, reassignPage } from './actions/reassign-page.js';
import { boardPage } from './board/board-page.js';
import { listPage } from './board/list-page.js';
import { casePage } from './case/case-page.js';
import { printPage } from './case/print-page.js';
import { stepPage } from './case/step-page.js';
import { disclosurePage } from './disclosure/disclosure-page.js';
import { flowPage } from './flow/flow-page.js';
import { boardNews, caseNews } from './live/news.js';
import { checkPage, startCase } from './start/check-page.js';
import { deadlinesPage } from './start/deadlines-page.js';
import { institutionsPage } from './start/institutions-page.js';
import { factsPage, protocolPage } from './start/question-pages.js';
import { timelinePage } from './timeline/timeline-page.js';

/** The pages of whoever leads cases. */
export function registerCases(pages: Pages, context: WebContext): void {
  show(pages, context, '/panel', 'case.board', boardPage);
  watch(pages, context, '/panel/novedades', 'case.board', boardNews);
  show(pages, context, '/casos', 'case.board', listPage);
  show(pages, context, '/casos/nuevo', 'run.start', protocolPage);
  show(pages, context, '/casos/nuevo/datos', 'run.start', factsPage);
  show(pages, context, '/casos/nuevo/instituciones', 'run.start', institutionsPage);
  show(pages, context, '/casos/nuevo/plazos', 'run.start', deadlinesPage);
  show(pages, context, '/casos/nuevo/revisar', 'run.start', checkPage);
  act(pages, context, '/casos/nuevo/iniciar', 'run.start', startCase);
  show(pages, context, '/casos/:run', 'case.read', casePage);
  watch(pages, context, '/casos/:run/novedades', 'case.read', caseNews);
  show(pages, context, '/casos/:run/flujo', 'case.read', flowPage);
  show(pages, context, '/casos/:run/linea', 'case.read', timelinePage);
  show(pages, context, '/casos/:run/imprimir', 'case.read', printPage);
  show(pages, context, '/casos/:run/pasos/:step', 'case.read', stepPage);
  show(pages, context, '/casos/:run/quien-sabe', 'case.disclosures', disclosurePage);
  show(pages, context, '/casos/:run/acciones', 'case.read', actionsPage);
  show(pages, context, '/casos/:run/acciones/suceso', 'case.read', eventPage);
  act(pages, context, '/casos/:run/acciones/suceso', 'case.read', reportIt);
  show(pages, context, '/casos/:run/acciones/recordar', 'step.nudge', nudgePage);
  act(pages, context, '/casos/:run/acciones/recordar', 'step.nudge', nudgeIt);
  show(pages, context, '/casos/:run/acciones/reasignar', 'role.reassign', reassignPage);
  act(pages, context, '/casos/:run/acciones/reasignar', 'role.reassign', reassignIt);
  show(pages, context, '/casos/:run/acciones/familia', 'family.link', familyPage);
  act(pages, context, '/casos/:run/acciones/familia', 'family.link', linkIt);
}
