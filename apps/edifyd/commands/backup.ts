import { resolve } from 'node:path';
import type { Command } from 'commander';
import { StartError, readCliEnvironment } from '#platform/config';
import { CommandError, type Report } from '../report.js';
import { show } from '../run-program.js';

/** `edifyd backup` and `edifyd restore`, of an engine with an embedded PostgreSQL. */
export function backupCommands(program: Command): void {
  program
    .command('backup <folder>')
    .description('copy DATA_DIR with its keys and its PostgreSQL to a new folder; the engine may run')
    .action(async (folder: string, _options: object, command: Command) => show(await backedUp(folder), command));
  program
    .command('restore <folder>')
    .description('make DATA_DIR from a backup, while the engine is stopped')
    .option('--overwrite', 'move the present DATA_DIR aside')
    .action(async (folder: string, { overwrite = false }: { overwrite?: boolean }, command: Command) =>
      show(await restored(folder, overwrite), command),
    );
}

async function backedUp(folder: string): Promise<Report> {
  const { dataDir, workingFolder } = readCliEnvironment();
  // Loaded on demand, because no other command needs PostgreSQL's client.
  const { backUp } = await import('../../standalone/backup/back-up.js');
  const result = await backUp(dataDir, resolve(workingFolder, folder)).catch(rethrow);
  return {
    lines: [
      `${dataDir} is copied to ${result.folder} (${result.files} files, ${result.running ? 'while the engine ran' : 'the engine is stopped'})`,
      'it contains the keys and all data of all tenants: keep it where only operators can read it',
    ],
    json: result,
  };
}

async function restored(folder: string, overwrite: boolean): Promise<Report> {
  const { dataDir, workingFolder } = readCliEnvironment();
  const { restore } = await import('../../standalone/backup/restore.js');
  const { files, replaced } = await restore(resolve(workingFolder, folder), dataDir, overwrite).catch(rethrow);
  return {
    lines: [
      `${dataDir} is restored (${files} files): start the engine with npm start`,
      ...(replaced === null ? [] : [`what was there is in ${replaced}: remove it once nobody needs it`]),
    ],
    json: { dataDir, files, replaced },
  };
}

/** What is refused, and what the file system refuses, as a folder of somebody else, is no defect of the command. */
function rethrow(error: unknown): never {
  const isExpected = error instanceof StartError || (error instanceof Error && 'syscall' in error);
  throw isExpected ? new CommandError(error.message) : error;
}
