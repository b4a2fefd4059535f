import { runService } from '#platform/lifecycle';
import { startStandalone } from './start-standalone.js';

await runService((onStop) => startStandalone(performance.now(), onStop));
