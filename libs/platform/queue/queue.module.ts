import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Queue, type Telemetry, setDefaultBackendFactory } from 'bullmq';
import { CONFIG, type Config } from '../config/index.js';
import { NOTICES_LOST_PEERS } from '../database/index.js';
import { isDemoted } from '../redis/index.js';
import type { QueueContract } from './job.js';
import { FailedJobs } from './failed-jobs.js';
import { JobSender } from './job-sender.js';
import { createPostgresQueue, createRedisQueue } from './queue-backend.js';
import { QueueDepth } from './queue.metrics.js';
import { Queues } from './queues.js';
import { RunningWorkers } from './running-workers.js';

/** How long a job stays locked to a worker that no longer renews the lock, and the interval of the check. */
const LOCK_MS = 6_000;
const STALLED_CHECK_MS = 2_000;

/**
 * The seconds for which an idle worker waits for a notification before it polls the queue (`drainDelay` of BullMQ). A
 * notification is lost only if its connection is, and a worker polls at once after it has reconnected. With Redis,
 * BullMQ polls for delayed jobs at least this often.
 */
const DRAIN_DELAY_S = 10;

/**
 * How long a connection to Redis waits for a response before it is opened again: a Redis that hangs leaves its
 * connections open, and Linux closes those to a lost machine after 15 minutes. Longer than an idle worker waits.
 */
const ANSWER_TIMEOUT_MS = 1.5 * DRAIN_DELAY_S * 1_000;

/** The size of the PostgreSQL connection pool that BullMQ creates for each queue and each worker. */
const CONNECTIONS_OF_A_QUEUE = 2;
/** Longer than an idle worker waits, because it would otherwise open a new connection each time. */
const IDLE_CONNECTION_MS = 3 * DRAIN_DELAY_S * 1_000;

/**
 * Commits of the queue do not wait for the disk. A crash of PostgreSQL can then lose the last jobs, or their
 * completion. Sweeps and idempotent handlers compensate for both, because the work itself is in the tables of the
 * engine. All transactions of the queue use NOTIFY, and PostgreSQL commits such transactions one at a time. With a wait
 * for the disk, they took a third of the statements' time for 1,000 tenants (`npm run bench:webhook -- --only drain
 * --profile`).
 */
const ASYNCHRONOUS_COMMIT = '-c synchronous_commit=off';

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
      providers: [Queues, JobSender, FailedJobs, QueueDepth, RunningWorkers],
      exports: [Queues, JobSender, FailedJobs, QueueDepth, RunningWorkers],
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
 * Options of every worker: how soon another worker takes the job of a dead one. Nest creates the workers while modules
 * are still being initialised. `JobHandler` starts them afterwards, because a job must not publish changes before all
 * listeners have subscribed.
 */
export const WORKER_OPTIONS = {
  autorun: false,
  lockDuration: LOCK_MS,
  stalledInterval: STALLED_CHECK_MS,
  drainDelay: DRAIN_DELAY_S,
  maxStalledCount: 100,
} as const;

function queueConnection(config: Config): object {
  if (config.redisUrl === null) {
    setDefaultBackendFactory(createPostgresQueue);
    return {
      connectionString: config.databaseUrl,
      max: CONNECTIONS_OF_A_QUEUE,
      idleTimeoutMillis: IDLE_CONNECTION_MS,
      ...NOTICES_LOST_PEERS,
      options: `${NOTICES_LOST_PEERS.options} ${ASYNCHRONOUS_COMMIT}`,
    };
  }
  setDefaultBackendFactory(createRedisQueue);
  // A sender's commands fail when an attempt to reconnect fails: during an outage, they would otherwise collect in
  // memory, although the sweeps send all jobs again. BullMQ sets no limit for workers, which wait for Redis.
  return {
    url: config.redisUrl,
    maxRetriesPerRequest: 0,
    socketTimeout: ANSWER_TIMEOUT_MS,
    reconnectOnError: isDemoted,
    retryStrategy: (tries: number) => Math.min(tries * 200, 2_000),
  };
}

/** Makes a job continue the trace of its sender; loaded only if traces are exported. */
async function jobTraces(config: Config): Promise<Telemetry | undefined> {
  if (config.traces === null) return undefined;
  const { BullMQOtel } = await import('bullmq-otel');
  return new BullMQOtel({ tracerName: 'readiness-engine' });
}
