import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Queue, type Telemetry, setDefaultBackendFactory } from 'bullmq';
import { CONFIG, type Config } from '../config/index.js';
import type { QueueContract } from './job.js';
import { FailedJobs } from './failed-jobs.js';
import { JobSender } from './job-sender.js';
import { createQueueBackend } from './queue-backend.js';
import { QueueDepth } from './queue.metrics.js';
import { Queues } from './queues.js';

/** How long a job stays locked to a worker that no longer renews the lock, and the interval of the check. */
const LOCK_MS = 6_000;
const STALLED_CHECK_MS = 2_000;

/**
 * How long an idle worker waits for the notification of a job before it looks for one, in seconds: a notification is lost
 * with its connection only, after which a worker looks at once. BullMQ waits no longer for a delayed job with Redis.
 */
const LOOKED_AGAIN_S = 10;

/** Connections to PostgreSQL of each queue and each worker: BullMQ gives every one a pool of its own. */
const CONNECTIONS_OF_A_QUEUE = 2;
/** Longer than an idle worker waits, which would otherwise connect anew each time. */
const IDLE_CONNECTION_MS = 3 * LOOKED_AGAIN_S * 1_000;

/**
 * Commits of the queue do not wait for the disk. A crash of PostgreSQL then loses the last jobs, or their completion,
 * which the sweeps and idempotent handlers make up for: the work itself is in the tables of the engine. Each commit of
 * the queue notifies, which locks out all other notifying commits until it is done: with a wait for the disk, these were
 * a third of the statements' time for 1,000 tenants (`npm run bench:webhook -- --only drain --profile`).
 */
const NOT_DURABLE = '-c synchronous_commit=off';

/** BullMQ on Redis if `REDIS_URL` is set, else in PostgreSQL; one API for both. */
@Global()
@Module({})
export class QueueModule {
  static forRoot(): DynamicModule {
    return {
      module: QueueModule,
      imports: [
        BullModule.forRootAsync({
          inject: [CONFIG],
          useFactory: async (config: Config) => ({
            connection: queueConnection(config),
            telemetry: await jobTraces(config),
          }),
        }),
      ],
      providers: [Queues, JobSender, FailedJobs, QueueDepth],
      exports: [Queues, JobSender, FailedJobs, QueueDepth],
    };
  }

  /** Lets the importing module send these jobs. */
  static sends(...jobs: QueueContract[]): DynamicModule {
    return {
      module: SendersModule,
      imports: [BullModule.registerQueue(...jobs.map(({ queue }) => ({ name: queue })))],
      providers: jobs.map(({ queue }) => ({
        provide: `${queue}:sender`,
        inject: [getQueueToken(queue), Queues],
        useFactory: register,
      })),
    };
  }
}

@Module({})
class SendersModule {}

function register(queue: Queue, queues: Queues): Queue {
  return queues.add(queue);
}

/**
 * Options of every worker: how soon another worker takes the job of a dead one. Nest creates the workers while modules are
 * still being initialised. `JobHandler` starts them after that: a job that ran earlier would publish its changes to those
 * alone who have subscribed by then.
 */
export const WORKER_OPTIONS = {
  autorun: false,
  lockDuration: LOCK_MS,
  stalledInterval: STALLED_CHECK_MS,
  drainDelay: LOOKED_AGAIN_S,
  maxStalledCount: 100,
} as const;

function queueConnection(config: Config): object {
  setDefaultBackendFactory(config.redisUrl === null ? createQueueBackend : undefined);
  if (config.redisUrl === null)
    return {
      connectionString: config.databaseUrl,
      max: CONNECTIONS_OF_A_QUEUE,
      idleTimeoutMillis: IDLE_CONNECTION_MS,
      options: NOT_DURABLE,
    };
  // Commands fail at the first retry of a lost connection to Redis: senders never hang, and workers retry by
  // themselves.
  return {
    url: config.redisUrl,
    maxRetriesPerRequest: null,
    retryStrategy: (tries: number) => Math.min(tries * 200, 2_000),
  };
}

/** Makes a job continue the trace of its sender; loaded only if traces are exported. */
async function jobTraces(config: Config): Promise<Telemetry | undefined> {
  if (config.traces === null) return undefined;
  const { BullMQOtel } = await import('bullmq-otel');
  return new BullMQOtel({ tracerName: 'readiness-engine' });
}
