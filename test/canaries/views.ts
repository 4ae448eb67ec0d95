import { createToken } from '../../db/queries/access-tokens.js';
import { findRun } from '../../db/queries/find-run.js';
import { getDefinition, rememberRun } from '../../door/known-runs.js';
import { bindingIn } from '../../protocols/core/draft.js';
import { must, signedIn } from './acts.js';
import { callerAt } from './caller.js';
import type { Installation } from './installation.js';
import type { Piece } from './pieces.js';

const OF_CASE = {
  '/v1/runs/': ['', '/history', '/reads', '/consents', '/data-measures'],
  '/casos/': [
    ...['', '/flujo', '/linea', '/imprimir', '/consentimientos', '/quien-sabe', '/lecturas'],
    ...['/datos', '/acciones'],
  ],
} as const;
const OF_LEADS = [
  '/v1/runs?rehearsals=true&limit=100',
  '/v1/inbox?rehearsals=true&limit=100',
  ...['/v1/shares', '/v1/operations', '/panel', '/casos', '/tareas', '/tareas/hechas'],
  '/compartidos',
];

/**
 * What those see who follow cases and did not write what is in them: timeline, who knows what, the list of readings, prints and
 * boards of those who lead; and all that a monitoring body sees. What was `asked` of who leads is theirs to read. Throws when one of
 * them is not shown.
 */
export async function viewsOf(
  at: Installation,
  runs: readonly string[],
  { monitor, asked }: { monitor: string; asked: string },
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const lookerAt = async (institution: string, role: 'case-lead' | 'monitor') => {
    const { token } = await createToken(at.database.db, { institution, role, label: 'invented' });
    const { api, open } = callerAt(at.address, token, await signedIn(at, institution, role));
    return async (path: string) => {
      const shown = must(path.startsWith('/v1/') ? await api('GET', path) : await open(path), 200);
      pieces.push({ where: `${role} ${path}`, content: shown.text.replaceAll(asked, '') });
      return shown.text;
    };
  };
  const leads = new Map<string, ReturnType<typeof lookerAt>>();
  for (const run of runs) {
    const { state } = (await findRun(at.database.db.sql, run))!;
    const { lead } = await getDefinition(at.door, (await rememberRun(at.door, run))!);
    const { institution } = bindingIn(state, lead, lead);
    const look = await (leads.get(institution) ?? lookerAt(institution, 'case-lead'));
    if (!leads.has(institution)) for (const page of OF_LEADS) await look(page);
    leads.set(institution, Promise.resolve(look));
    for (const [start, ends] of Object.entries(OF_CASE)) {
      for (const end of ends) await look(`${start}${run}${end}`);
    }
  }
  const look = await lookerAt(monitor, 'monitor');
  await look('/v1/runs?rehearsals=true&limit=100');
  const cases = (await look('/monitoreo')).match(/\/monitoreo\/casos\/[\w-]+/g) ?? [];
  for (const page of new Set(cases)) await look(page);
  return pieces;
}
