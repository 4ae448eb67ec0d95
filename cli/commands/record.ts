import type { Command } from 'commander';
import type { EvidenceOptions } from './record/evidence.js';
import type { VerifyOptions } from './record/verify.js';

/** Commands about the history that can be proven. Each loads its code when used. */
export function addRecordCommands(program: Command): void {
  program
    .command('evidence')
    .argument('[runs...]', 'ids of runs; none for a period / procesos; ninguno para un periodo')
    .description('write a signed file of evidence / escribir un archivo firmado de pruebas')
    .requiredOption('-o, --output <file>', 'file to write / archivo que escribir')
    .option('--from <date>', 'first day, 2026-11-01 / primer día')
    .option('--to <date>', 'last day / último día')
    .option(
      '--for <institution>',
      'in the names and dates a monitoring body gets / con los nombres y fechas de un órgano de monitoreo',
    )
    .option(
      '--since <checkpoint...>',
      'checkpoints the reader holds: files or sizes / puntos de control de quien lo lee',
    )
    .action(async (runs: string[], options: EvidenceOptions) =>
      (await import('./record/evidence.js')).evidence(runs, options),
    );
  program
    .command('verify')
    .argument('<file>', 'a file of evidence / un archivo de pruebas')
    .description(
      'check evidence without network and database / comprobar pruebas sin red ni base de datos',
    )
    .option(
      '--key <file>',
      "the log's key as it was handed over; without it nothing proves who signed, and the command ends with 2 / clave del registro que le entregaron; sin ella nada prueba quién firmó y termina con 2",
    )
    .option('--checkpoint <file...>', 'checkpoints you kept / puntos de control que guardó')
    .option('--json', 'machine-readable / legible por máquina')
    .action(async (file: string, options: VerifyOptions) =>
      (await import('./record/verify.js')).verify(file, options),
    );
  program
    .command('reads')
    .argument('<run>', 'id of a run / identificador de un proceso')
    .description('who read stored data of a run and when / quién leyó datos de un proceso y cuándo')
    .option('--json', 'machine-readable / legible por máquina')
    .action(async (run: string, options: { json?: boolean }) =>
      (await import('./record/reads.js')).reads(run, options),
    );
  addLogCommands(program);
  addWitnessCommands(program);
}

function addLogCommands(program: Command): void {
  const log = program
    .command('log')
    .description('the log of everything that happened / el registro de todo lo ocurrido');
  log
    .command('run')
    .description('keep the log as a process of its own / mantener el registro en un proceso propio')
    .action(async () => (await import('../processes/run-log.js')).runLog());
  log
    .command('key')
    .description('the key witnesses and monitors need / la clave para testigos y monitores')
    .action(async () => (await import('./record/log-info.js')).logKey());
  log
    .command('checkpoint')
    .description('the latest signed checkpoint / el último punto de control firmado')
    .action(async () => (await import('./record/log-info.js')).logCheckpoint());
}

function addWitnessCommands(program: Command): void {
  const witness = program
    .command('witness')
    .description('bodies that keep checkpoints / quienes guardan puntos de control');
  witness
    .command('add')
    .argument('<key>', "the witness' key, as it prints it / la clave del testigo")
    .option('--url <url>', 'https address for checkpoints / dirección https')
    .option('--email <address>', 'mailbox for checkpoints / buzón')
    .description('have checkpoints delivered / entregar puntos de control a un testigo')
    .action(async (key: string, options: { url?: string; email?: string }) =>
      (await import('./record/witnesses.js')).addWitnessCommand(key, options),
    );
  witness
    .command('list')
    .description('witnesses and what they hold / testigos y lo que tienen')
    .option('--json', 'machine-readable / legible por máquina')
    .action(async (options: { json?: boolean }) =>
      (await import('./record/witnesses.js')).listWitnessesCommand(options),
    );
  witness
    .command('init')
    .argument('<folder>', 'folder of the witness / carpeta del testigo')
    .requiredOption('--name <name>', 'name of the witness, no spaces / nombre sin espacios')
    .requiredOption('--log <file>', "the log's key / clave del registro")
    .description('for witnesses: make a key / para testigos: crear una clave')
    .action(async (folder: string, options: { name: string; log: string }) =>
      (await import('./record/witness-kit.js')).initWitness(folder, options),
    );
  witness
    .command('sign')
    .argument('<folder>')
    .argument('<file>', 'a checkpoint as it came by mail / un punto de control recibido')
    .description(
      'for witnesses: sign what is consistent with the last copy / para testigos: firmar lo que concuerda',
    )
    .action(async (folder: string, file: string) =>
      (await import('./record/witness-kit.js')).signAsWitness(folder, file),
    );
  witness
    .command('serve')
    .argument('<folder>')
    .option('--port <port>', 'port to listen on / puerto', '8099')
    .option('--host <host>', 'address to listen on / dirección', '127.0.0.1')
    .description('for witnesses: take checkpoints by HTTP / para testigos: recibir por HTTP')
    .action(async (folder: string, options: { port: string; host: string }) =>
      (await import('./record/witness-kit.js')).serveWitness(folder, options),
    );
}
