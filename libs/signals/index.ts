export type { DataPoint, Severity, WorkerKeys } from './data-point.js';
export { signalsEntities } from './entities.js';
export { SignalRecorder } from './record/signal-recorder.js';
export { QueueFull } from './record/group-commit.js';
export { ResolveNeeds } from './wake/resolve-needs.job.js';
export { SignalMapService } from './map/signal-map.service.js';
export { SignalsModule } from './signals.module.js';
export { Wakeups } from './wake/wakeups.js';
