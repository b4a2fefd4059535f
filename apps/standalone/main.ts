import { runService } from '#platform/process';
import { startStandalone } from './start-standalone.js';

await runService((onStop) => startStandalone(performance.now(), onStop));
