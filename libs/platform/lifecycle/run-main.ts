import { StartError } from '../config/index.js';

/**
 * Runs the start of a process; on an error that prevents the start, logs one line and exits with status 1.
 * @param undo reverts what a failed start has begun
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
