import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { languageOf, OperatorError } from '../../platform/text.js';
import { demoStart } from '../demo-institutions.js';
import { readAll } from '../pages.js';
import { api, print } from '../session.js';

/** Commands that act in runs, through the API and with its token: no right that the token does not have. */
export function addCaseCommands(program: Command): void {
  program
    .command('start-run <protocol>')
    .description('start a run / iniciar un proceso')
    .option('--bind <role=institution...>', 'who fills which role / quién cumple cada función')
    .option(
      '--attribute <name=value...>',
      'codes the protocol asks for / datos que pide el protocolo',
    )
    .option('--pack <pack>', 'country or corridor pack / paquete del país o corredor')
    .option('--demo', 'the made-up institutions of the demo / las instituciones inventadas')
    .option(
      '--family <run>',
      'the run of a relative: both stay linked / el proceso de un familiar: quedan vinculados',
    )
    .option('--key <key>', 'repeat safely under the same key / clave para repetir sin duplicar')
    .action(async (protocol: string, options: StartOptions) => {
      const demo = options.demo ? demoStart(protocol) : undefined;
      const body = {
        protocol,
        ...(options.pack ? { pack: options.pack } : {}),
        bindings: { ...demo?.bindings, ...pairs(options.bind) },
        attributes: { ...demo?.attributes, ...values(options.attribute) },
        ...(options.family ? { relativeOf: options.family } : {}),
      };
      print(await api().post('/v1/runs', body, options.key ?? randomUUID()));
    });
  program
    .command('inbox')
    .description(
      "my institution's open steps, overdue first / los pasos abiertos de mi institución",
    )
    .action(async () => printInbox(await readAll<InboxItem>(api(), '/v1/inbox')));
  program
    .command('complete <run> <step> <outcome>')
    .description('answer a step / responder un paso')
    .option('--answers <json>', 'answers as JSON, or @file / respuestas en JSON, o @archivo', '{}')
    .option('--opening <n>', 'which opening is answered / a qué apertura se responde', '1')
    .option(
      '--role <role>',
      'needed when the institution fills several / si la institución cumple varias',
    )
    .option(
      '--confirms <folio>',
      "folio of a colleague's answer that you read and confirm / folio de la respuesta de un colega, leída y que se confirma",
    )
    .option('--key <key>', 'repeat safely under the same key / clave para repetir sin duplicar')
    .action(async (run: string, step: string, outcome: string, options: CompleteOptions) => {
      const body = {
        opening: Number(options.opening),
        outcome,
        answers: json(options.answers),
        ...(options.role ? { role: options.role } : {}),
        ...(options.confirms ? { confirms: options.confirms } : {}),
      };
      const path = `/v1/runs/${encodeURIComponent(run)}/steps/${encodeURIComponent(step)}/complete`;
      print(await api().post(path, body, options.key ?? randomUUID()));
    });
  program
    .command('report <run> <event>')
    .description('report an event / reportar un suceso')
    .option('--answers <json>', 'answers as JSON, or @file / respuestas en JSON, o @archivo', '{}')
    .option('--role <role>', 'the role that reports / la función que reporta')
    .option('--key <key>', 'repeat safely under the same key / clave para repetir sin duplicar')
    .action(
      async (
        run: string,
        event: string,
        options: Omit<CompleteOptions, 'opening' | 'confirms'>,
      ) => {
        const body = {
          answers: json(options.answers),
          ...(options.role ? { role: options.role } : {}),
        };
        const path = `/v1/runs/${encodeURIComponent(run)}/events/${encodeURIComponent(event)}`;
        print(await api().post(path, body, options.key ?? randomUUID()));
      },
    );
  program
    .command('link <run> <relative>')
    .description("link a run with a relative's / vincular un proceso con el de un familiar")
    .option('--key <key>', 'repeat safely under the same key / clave para repetir sin duplicar')
    .action(async (run: string, relativeOf: string, options: { key?: string }) => {
      const path = `/v1/runs/${encodeURIComponent(run)}/family`;
      print(await api().post(path, { relativeOf }, options.key ?? randomUUID()));
    });
  program
    .command('show <run>')
    .description('where a run stands and why / en qué está un proceso y por qué')
    .action(async (run: string) => print(await api().get(`/v1/runs/${encodeURIComponent(run)}`)));
  program
    .command('history <run>')
    .description('what happened in a run / lo ocurrido en un proceso')
    .action(async (run: string) =>
      print({ items: await readAll(api(), `/v1/runs/${encodeURIComponent(run)}/history`) }),
    );
}

interface StartOptions {
  readonly pack?: string;
  readonly bind?: string[];
  readonly attribute?: string[];
  readonly demo?: boolean;
  readonly family?: string;
  readonly key?: string;
}

interface CompleteOptions {
  readonly answers: string;
  readonly opening: string;
  readonly role?: string;
  readonly confirms?: string;
  readonly key?: string;
}

interface InboxItem {
  readonly run: string;
  readonly step: string;
  readonly opening: number;
  readonly title: string;
  readonly role: { readonly id: string };
  readonly due?: { readonly words?: string } | null;
}

/** A line a task, with what `complete` asks for: run, step and which opening, the role. */
function printInbox(items: readonly InboxItem[]): void {
  if (items.length === 0) {
    const none = { es: 'Sin tareas pendientes.', en: 'No pending tasks.' };
    process.stdout.write(`${none[languageOf(process.env)]}\n`);
  }
  for (const { run, step, opening, role, title, due } of items) {
    process.stdout.write(`${run}  ${step}#${opening}  ${role.id}  ${title}  ${due?.words ?? ''}\n`);
  }
}

function pairs(given: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** `true`, `false` and numbers as such, everything else as a code. */
function values(given: readonly string[] = []): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(pairs(given)).map(([name, value]) => {
      if (value === 'true' || value === 'false') return [name, value === 'true'];
      return [name, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value];
    }),
  );
}

function json(text: string): unknown {
  const source = text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text;
  try {
    return JSON.parse(source);
  } catch {
    throw new OperatorError({
      es: 'Las respuestas no son JSON válido. Ejemplo: --answers \'{"place":"Tapachula"}\'',
      en: 'The answers are not valid JSON. Example: --answers \'{"place":"Tapachula"}\'',
    });
  }
}
