import { StartError } from '#platform/config';

const BEGAN = performance.now();

try {
  const { startStandalone } = await import('./start-standalone.js');
  await startStandalone(BEGAN);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
