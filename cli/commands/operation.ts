import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { demoStart } from '../demo-institutions.js';
import { readAll } from '../pages.js';
import { api, print } from '../session.js';

const PROTOCOL = 'group-operation';

interface DraftOptions {
  readonly purpose: string;
  readonly bind?: string[];
  readonly demo?: boolean;
  readonly key?: string;
}

/**
 * Group operations, through the API and with its token. A seat is not among the commands: it is taken by answering the
 * list step in the person's own run (`retorno complete RUN manifest-proposal sent --answers …`).
 */
export function addOperationCommands(program: Command): void {
  const operation = program
    .command('operation')
    .description('group operations: buses, flights / operativos de grupo');
  operation
    .command('draft')
    .description('draft an operation / programar un operativo')
    .requiredOption('--purpose <code>', 'removal or voluntary / removal o voluntary')
    .option('--bind <role=institution...>', 'who fills which role / quién cumple cada función')
    .option('--demo', 'the made-up institutions of the demo / las instituciones inventadas')
    .option('--key <key>', 'repeat safely under the same key / clave para repetir sin duplicar')
    .action(async ({ purpose, bind = [], demo, key }: DraftOptions) => {
      const given = Object.fromEntries(bind.map((pair) => pair.split('=', 2)));
      const body = {
        protocol: PROTOCOL,
        bindings: { ...(demo ? demoStart(PROTOCOL).bindings : {}), ...given },
        attributes: { purpose },
      };
      print(await api().post('/v1/runs', body, key ?? randomUUID()));
    });
  operation
    .command('list')
    .description('operations I may see / los operativos que puedo ver')
    .action(async () => print({ items: await readAll(api(), '/v1/operations') }));
  const show = (name: string, description: string, path: string) =>
    operation
      .command(`${name} <operation>`)
      .description(description)
      .action(async (id: string) =>
        print(await api().get(`/v1/operations/${encodeURIComponent(id)}${path}`)),
      );
  show('show', 'what it declares and its lists / qué declara y sus listas', '');
  show('lines', 'the lines I may see / las líneas que puedo ver', '/lines');
  show('versions', 'lists that were sent / las listas enviadas', '/versions');
  show(
    'reconciliation',
    'expected, boarded, arrived, refused / esperadas, a bordo, recibidas, no recibidas',
    '/reconciliation',
  );
}
