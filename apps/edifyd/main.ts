import { Command } from 'commander';
import { adminCommand } from './commands/admin.js';
import { backupCommands } from './commands/backup.js';
import { doctorCommand } from './commands/doctor.js';
import { failuresCommand } from './commands/failures.js';
import { secretCommand } from './commands/secret.js';
import { sendCommand } from './commands/send.js';
import { tenantCommand } from './commands/tenant.js';
import { tokenCommand } from './commands/token.js';
import { DEFAULT_TIMEOUT_S } from './engine-http.js';
import { ownVersion } from './own-version.js';
import { runProgram } from './run-program.js';
import { DEFAULT_URL, engineUrl, wholeNumber } from './settings.js';

const program = new Command('edifyd')
  .description('Command line of the readiness engine, for operators and integrators.')
  .version(ownVersion())
  .option('--json', 'print one JSON value on stdout')
  .option('--url <address>', 'the address of the engine', engineUrl, DEFAULT_URL)
  .option('--timeout <seconds>', 'how long to wait for an answer', wholeNumber(1, 3_600), DEFAULT_TIMEOUT_S)
  .configureHelp({ showGlobalOptions: true })
  .addHelpText('after', '\nThe operator token is OPERATOR_TOKEN, or operator.token in DATA_DIR (default .data).');

for (const add of [
  tenantCommand,
  secretCommand,
  tokenCommand,
  adminCommand,
  sendCommand,
  failuresCommand,
  backupCommands,
  doctorCommand,
])
  add(program);

await runProgram(program, process.argv);
