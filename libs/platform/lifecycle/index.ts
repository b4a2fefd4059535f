export { Activity } from './activity.js';
export { Draining } from './draining.js';
export { runMain } from './run-main.js';
export { NeededPart } from './needed-part.js';
export { PeriodicTask } from './periodic-task.js';
export { type OnStop, runService } from './run-service.js';
export { nextTurn, turnIsOver } from './turns.js';
export { NotReadyYet, waitFor } from './wait-for.js';
export { within } from './within.js';
