export type { DataPoint, Severity, SignalAction, ReportedWorkerKeys as WorkerKeys } from './data-point.js';
export type { SignalMap } from './map/apply-signal-map.js';
export { SIGNAL_MAP_BODY, parseSignalMap } from './map/signal-map.dto.js';
export { SignalMaps } from './map/signal-maps.js';
export { keyPoint as decidePoint } from './record/key-point.js';
export { joinPoint } from './record/join-point.js';
export { signalsEntities } from './entities.js';
export type { CompletionStatus } from './log/signal-log.dto.js';
export { Replays } from './log/replays.js';
export {
  type RecordedSignal as Recorded,
  type ReceivedPoint,
  type SignalOwner,
  SignalRecorder,
} from './record/signal-recorder.js';
export type { SignalOutcome } from './record/signal-outcome.js';
export { type ConnectorEvent, eventDate, eventFields } from './event/event-fields.js';
export { oldestKept } from './retention/oldest-kept.js';
export { QueueFull } from './record/group-commit.js';
export { ResolveNeeds } from './wake/resolve-needs.job.js';
export { SignalMapService } from './map/signal-map.service.js';
export { SignalsModule } from './signals.module.js';
export { Wakeups } from './wake/wakeups.js';
