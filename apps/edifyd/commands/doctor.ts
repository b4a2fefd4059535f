import type { Command } from 'commander';
import { type CliEnvironment, readCliEnvironment } from '#platform/config';
import { operatorToken } from '../credentials.js';
import type { Check } from '../doctor/check.js';
import { engineChecks } from '../doctor/engine-checks.js';
import { dataFolderCheck, nodeCheck } from '../doctor/local-checks.js';
import { CommandError, type Report, table } from '../report.js';
import { show } from '../run-program.js';
import { type Settings, settingsOf } from '../settings.js';

/** `edifyd doctor` */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('check whether everything works, and print what to do if not')
    .action(async (_options: object, command: Command) => show(await examine(settingsOf(command)), command));
}

async function examine(settings: Settings): Promise<Report> {
  const environment = readCliEnvironment();
  const checks: Check[] = [
    nodeCheck(process.version),
    dataFolderCheck(environment.dataDir, environment.operatorToken !== null),
    ...(await engineChecks(settings, tokenOrReason(environment))),
  ];
  const bad = checks.filter(({ status }) => status === 'failed');
  return {
    lines: table(checks.map(({ name, status, detail }) => [status, name, detail])),
    json: { ok: bad.length === 0, url: settings.url, checks },
    failure: bad.length === 0 ? undefined : `failed: ${bad.map(({ name }) => name).join(', ')}`,
  };
}

function tokenOrReason(environment: CliEnvironment): string | CommandError {
  try {
    return operatorToken(environment);
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}
