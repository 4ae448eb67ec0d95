#!/usr/bin/env node
import { Command } from 'commander';
import { leaveMemoryOutOfCrashes } from '../platform/no-core-dump.js';
import { endWithClosedPipe } from './closed-pipe.js';
import { addBackupCommands } from './commands/backup.js';
import { addCaseCommands } from './commands/case.js';
import { addInstitutionCommands } from './commands/institution.js';
import { addKeysCommands } from './commands/keys.js';
import { addOperationCommands } from './commands/operation.js';
import { addPackCommands } from './commands/packs.js';
import { addProtocolCommands } from './commands/protocol.js';
import { addRecordCommands } from './commands/record.js';
import { addSystemCommands } from './commands/system.js';
import { addTokenCommands } from './commands/token.js';
import { addTrialCommands } from './commands/trial.js';
import { addUserCommands } from './commands/user.js';
import { explain } from './explain.js';

leaveMemoryOutOfCrashes();
endWithClosedPipe(process);

const program = new Command('retorno')
  .description(
    'Runs return and reintegration protocols / Ejecuta protocolos de retorno y reintegración',
  )
  .version('0.1.0')
  .showHelpAfterError();
addSystemCommands(program);
addCaseCommands(program);
addOperationCommands(program);
addProtocolCommands(program);
addPackCommands(program);
addTrialCommands(program);
addTokenCommands(program);
addUserCommands(program);
addInstitutionCommands(program);
addRecordCommands(program);
addKeysCommands(program);
addBackupCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  // A command that failed half-way may have left connections open that would keep the process alive.
  process.stderr.write(`${explain(error)}\n`, () => process.exit(1));
}
