import { StartError } from '#platform/config';
import { startStandalone } from './start-standalone.js';

// Not `runMain`: it stands behind the modules that load only while PostgreSQL starts.
try {
  await startStandalone(performance.now());
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
