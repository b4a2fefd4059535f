import { StartError } from '../config/index.js';

/**
 * Runs a process's start; one that cannot go on says so in one line and ends with status 1.
 * @param undo takes back what the failed start had begun
 */
export async function runMain(
  start: () => Promise<void>,
  undo: () => Promise<void> = async () => undefined,
): Promise<void> {
  try {
    await start();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    await undo();
    process.exit(1);
  }
}
