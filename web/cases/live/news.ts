import { runView } from '../../../api/views/run-view.js';
import type { Json } from '../../frame/data.js';
import type { Visit } from '../../frame/visit.js';
import { boardCases, boardVersion } from '../board/board-page.js';
import { openCase } from '../case/open-case.js';
import { versionOf } from './version.js';

/** The version of a case as its pages show it. */
export async function caseNews(visit: Visit): Promise<Json> {
  const view = runView(await openCase(visit));
  return { json: { version: versionOf([view]) } };
}

/** The version of the board. */
export async function boardNews(visit: Visit): Promise<Json> {
  return { json: { version: boardVersion(await boardCases(visit)) } };
}
