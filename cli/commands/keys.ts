import type { Command } from 'commander';
import { countKeysByName } from '../../db/queries/person-keys.js';
import { rotateKeys } from '../../door/rotate-keys.js';
import { createProgress } from '../../platform/progress.js';
import { openProcessDoor, processContext } from '../processes/context.js';

/** Commands about the keys that wrap the keys of persons. */
export function addKeysCommands(program: Command): void {
  const keys = program
    .command('keys')
    .description('the keys that protect the keys of persons / las claves que protegen las claves');
  keys
    .command('list')
    .description('how many persons each key protects / a cuántas personas protege cada clave')
    .action(listKeys);
  keys
    .command('rotate')
    .description(
      'wrap everything under the keys that are now first; others go on working / pasar todo a las claves que van primero, sin detener nada',
    )
    .action(rotate);
}

async function listKeys(): Promise<void> {
  const { db, door } = await openProcessDoor(processContext());
  try {
    const current = door.vault.currentNames();
    for (const { wrappedBy, persons } of await countKeysByName(db.sql)) {
      const mark = wrappedBy === current ? ' (actual / current)' : '';
      process.stdout.write(`${wrappedBy}: ${persons}${mark}\n`);
    }
  } finally {
    await db.close();
  }
}

async function rotate(): Promise<void> {
  const { db, door } = await openProcessDoor(processContext());
  try {
    const text = { es: 'Pasando claves', en: 'Moving keys' };
    const { persons, secrets, left } = await createProgress().step(text, (tell) =>
      rotateKeys(door, (done) =>
        tell({ text: { es: `${text.es}: ${done}`, en: `${text.en}: ${done}` } }),
      ),
    );
    process.stdout.write(
      `${persons} personas y ${secrets} secretos pasados; ${left} cambiaron entretanto / ${persons} persons and ${secrets} secrets moved; ${left} changed meanwhile\n`,
    );
    if (left > 0) process.exitCode = 1;
  } finally {
    await db.close();
  }
}
