import { StartError } from '../config/index.js';

/** Runs a process's start; one that cannot go on says so in one line and ends with status 1. */
export async function runMain(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}
