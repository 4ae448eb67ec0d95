import type { Command } from 'commander';
import { api, print } from '../session.js';
import { readDefinitionFile } from './protocol/definition-file.js';
import {
  type Differences,
  type Standing,
  type Summary,
  sayDifferences,
  sayStanding,
  saySummary,
} from './protocol/say.js';

interface Options {
  readonly json?: boolean;
}

/** Commands for administrators: how a protocol comes into force, through the API and with its token. */
export function addProtocolCommands(program: Command): void {
  const protocol = program
    .command('protocol')
    .description('protocols and how they come into force / los protocolos y cómo entran en vigor');
  const command = (usage: string, es: string, en: string): Command =>
    protocol
      .command(usage)
      .description(`${en} / ${es}`)
      .option('--json', 'machine-readable / legible por máquina');

  command('list', 'en vigor y borradores', 'in force and drafts').action(async (options: Options) =>
    tell(options, await api().get<{ items: Summary[] }>('/v1/definitions'), ({ items }) =>
      items.map(saySummary).join('\n'),
    ),
  );
  command(
    'show <id>',
    'en qué está, con lo encontrado',
    'where it stands, with what was found',
  ).action(async (id: string, options: Options) =>
    tell(options, await api().get<Standing>(of(id)), sayStanding),
  );
  command('draft <file>', 'subir un borrador (JSON o YAML)', 'upload a draft (JSON or YAML)')
    .option('--replace', 'replace the draft that is there / reemplazar el borrador que hay')
    .action(async (file: string, options: Options & { replace?: boolean }) => {
      const { id, type, body } = readDefinitionFile(file);
      const answer = options.replace
        ? await api().send<Standing>('PUT', of(id, 'draft'), {
            type,
            body,
            headers: { 'if-match': `"${await draftDigest(id)}"` },
          })
        : await api().send<Standing>('POST', '/v1/definitions', { type, body });
      tell(options, answer, sayStanding);
      if (answer.draft?.findings?.some(({ severity }) => severity === 'error'))
        process.exitCode = 1;
    });
  command('check <id>', 'revisar el borrador otra vez', 'check the draft again').action(
    async (id: string, options: Options) => {
      const answer = await api().send<Standing>('POST', of(id, 'check'), {});
      tell(options, answer, sayStanding);
      if (answer.draft?.findings?.some(({ severity }) => severity === 'error'))
        process.exitCode = 1;
    },
  );
  command('diff <id>', 'qué cambia, en palabras', 'what changes, in words')
    .option('--from <version>', 'the earlier version / la versión anterior')
    .option('--to <version>', 'the later version / la versión posterior')
    .action(async (id: string, options: Options & { from?: string; to?: string }) => {
      const { from, to } = options;
      const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
      const answer = await api().get<Differences>(`${of(id, 'differences')}?${query}`);
      tell(options, answer, sayDifferences);
    });
  for (const [name, path, es, en] of JUDGEMENTS) {
    const one = command(`${name} <id>`, es, en).option(
      '--digest <digest>',
      'the draft as you read it; the one that is there unless given / el borrador que leyó',
    );
    if (name === 'approve') one.option('--reasons <text>', 'why / por qué');
    if (name === 'return') one.requiredOption('--reasons <text>', 'why / por qué');
    one.action(async (id: string, options: Options & { digest?: string; reasons?: string }) => {
      const digest = options.digest ?? (await draftDigest(id));
      const { reasons } = options;
      const body = { digest, ...(reasons === undefined ? {} : { reasons }) };
      tell(options, await api().post<Standing>(of(id, path), body), sayStanding);
    });
  }
  command('discard <id>', 'descartar el borrador', 'give the draft up').action(
    async (id: string, options: Options) => {
      const headers = { 'if-match': `"${await draftDigest(id)}"` };
      tell(
        options,
        await api().send<Standing>('DELETE', of(id, 'draft'), { headers }),
        sayStanding,
      );
    },
  );
  command('retire <id>', 'no iniciar más procesos', 'start no more runs')
    .requiredOption('--reasons <text>', 'why / por qué')
    .action(async (id: string, options: Options & { reasons: string }) => {
      const { current } = await api().get<Standing>(of(id));
      const body = { version: current?.version ?? 1, reasons: options.reasons };
      tell(options, await api().post<Standing>(of(id, 'retirement'), body), sayStanding);
    });
}

/** Command, last part of the address, what it does. */
const JUDGEMENTS = [
  ['submit', 'submission', 'presentar el borrador', 'submit the draft'],
  ['approve', 'approval', 'aprobar el borrador de otra persona', "approve another person's draft"],
  ['return', 'return', 'devolver el borrador a sus autores', 'send the draft back to its authors'],
  [
    'publish',
    'publication',
    'poner en vigor el borrador aprobado',
    'put the approved draft into force',
  ],
] as const;

function of(id: string, part?: string): string {
  return `/v1/definitions/${encodeURIComponent(id)}${part === undefined ? '' : `/${part}`}`;
}

/** The draft that is there now; the API says when there is none. */
async function draftDigest(id: string): Promise<string> {
  const { draft } = await api().get<Standing>(of(id));
  return draft?.digest ?? '0'.repeat(64);
}

function tell<T>(options: Options, answer: T, say: (answer: T) => string): void {
  if (options.json) print(answer);
  else process.stdout.write(`${say(answer)}\n`);
}
