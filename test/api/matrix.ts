import { ACCESS_ROLES } from '../../db/queries/access-tokens.js';
import { type Call, FOREIGN, type Method, type TestApi } from '../support/api.js';

/** How each institution of the matrix stands to the run, in the order of the columns. */
const COLUMNS = [
  'invented-home-library',
  'invented-courier',
  'invented-far-library',
  FOREIGN,
] as const;

/**
 * The status of one request for every role (rows) and relation (columns: leads and started, party, party of the
 * receiving side that nothing has reached, stranger). Compared with a table written by hand, so that the policy table is not
 * its own judge.
 */
export async function matrixOf(
  api: TestApi,
  method: Method,
  url: string,
  call: Call = {},
): Promise<Record<string, string>> {
  const rows: Record<string, string> = {};
  for (const role of ACCESS_ROLES) {
    const statuses: number[] = [];
    for (const institution of COLUMNS) {
      const answer = await api.call(method, url, { ...call, as: `${institution}/${role}` });
      statuses.push(answer.status);
    }
    rows[role] = statuses.join(' ');
  }
  return rows;
}

/** Everything an answer could give away about a run that is not visible: the same as for one that does not exist. */
export async function isLikeUnknown(
  api: TestApi,
  method: Method,
  url: (run: string) => string,
  run: string,
  call: Call,
): Promise<boolean> {
  const known = await api.call<{ instance?: string }>(method, url(run), call);
  const unknown = await api.call<{ instance?: string }>(method, url('0'.repeat(26)), call);
  const strip = ({ status, body, headers }: typeof known) =>
    JSON.stringify({
      status,
      body: { ...body, instance: '' },
      // The seconds until the limit starts anew pass between the two.
      headers: {
        ...headers,
        date: '',
        'x-request-id': '',
        'x-ratelimit-remaining': '',
        'x-ratelimit-reset': '',
      },
    });
  return known.status === 404 && strip(known) === strip(unknown);
}
