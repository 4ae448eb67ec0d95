import type { Command } from 'commander';

/** Commands that run or mend the system. Each loads its code when used, so that `--help` is quick. */
export function addSystemCommands(program: Command): void {
  program
    .command('up')
    .description(
      'start everything on this machine, with made-up demo data / iniciar todo en este equipo',
    )
    .action(async () => (await import('../up/up.js')).up());
  program
    .command('api')
    .description('run the API process / ejecutar el proceso de la API')
    .action(async () => (await import('../processes/run-api.js')).runApi());
  program
    .command('worker')
    .description('run the worker with relay / ejecutar el proceso que sigue los casos')
    .option('--no-relay', 'leave the relay to another process / sin relevo')
    .option('--no-log', 'leave the log to another process (log run) / sin mantener el registro')
    .action(async (options: { relay: boolean; log: boolean }) =>
      (await import('../processes/run-worker.js')).runWorker(options),
    );
  program
    .command('relay')
    .description('run a relay alone / ejecutar solo el relevo')
    .action(async () => (await import('../processes/run-relay.js')).runRelay());
  program
    .command('migrate')
    .description('bring the database to the newest schema / actualizar la base de datos')
    .action(async () => (await import('./migrate.js')).migrate());
  program
    .command('rebuild')
    .description(
      'compare every projection with the history / comparar lo derivado con el historial',
    )
    .option('--write', 'put right what differs / corregir lo que difiera')
    .option('--json', 'machine-readable / legible por máquina')
    .action(async (options: { write?: boolean; json?: boolean }) =>
      (await import('./rebuild.js')).rebuildCommand(options),
    );
  program
    .command('doctor')
    .description('check this machine and the services / revisar el equipo y los servicios')
    .action(async () => (await import('./doctor.js')).doctor());
  program
    .command('check')
    .argument('[files...]', 'definitions in YAML or JSON / protocolos en YAML o JSON')
    .description('prove the safeguards of a protocol / comprobar las salvaguardias de un protocolo')
    .option('--shipped', 'the protocols of the product too / también los protocolos del producto')
    .option('--json', 'machine-readable / legible por máquina')
    .action(async (files: string[], options: { shipped?: boolean; json?: boolean }) =>
      (await import('./check.js')).check(files, options),
    );
  program
    .command('audit')
    .argument('[runs...]', 'ids of runs / identificadores de procesos')
    .description(
      'hold recorded runs against the safeguards / revisar procesos registrados contra las salvaguardias',
    )
    .option('--all', 'every run / todos los procesos')
    .option('--json', 'machine-readable / legible por máquina')
    .action(async (runs: string[], options: { all?: boolean; json?: boolean }) =>
      (await import('./audit.js')).audit(runs, options),
    );
  program
    .command('coverage')
    .description(
      'what the protocols answer of the law, and gaps / qué atienden los protocolos y qué falta',
    )
    .option('--json', 'machine-readable / legible por máquina')
    .option('--write', 'make the pages in docs anew / rehacer las páginas de docs')
    .action(async (options: { json?: boolean; write?: boolean }) =>
      (await import('./coverage.js')).coverage(options),
    );
  program
    .command('demo')
    .description(
      'one person through adult-deportee with skipped time / una persona de principio a fin',
    )
    .action(async () => (await import('../demo/demo.js')).demo());
}
