import { type Queue, type QueueName, Queues } from './queues.js';
import { Stage, type StageOptions } from './stage.js';

/** What was measured with each queue, one a round. */
export type Turns<Turn> = ReadonlyMap<QueueName, readonly Turn[]>;

/** A stage on which the engine runs with its queue now in PostgreSQL, now in Redis. */
export class QueueStage {
  private constructor(
    readonly stage: Stage,
    private readonly started: Queues,
  ) {}

  static async set(names: readonly QueueName[], options: StageOptions = {}): Promise<QueueStage> {
    const stage = await Stage.set(options);
    try {
      return new QueueStage(stage, await Queues.start(names, stage.folder));
    } catch (error) {
      await stage.strike();
      throw error;
    }
  }

  get queues(): readonly Queue[] {
    return this.started.all;
  }

  /** Lets the queues take turns (A B A B …), so that what drifts on the machine drifts for both. */
  async takeTurns<Turn>(rounds: number, turnOf: (queue: Queue, round: number) => Promise<Turn>): Promise<Turns<Turn>> {
    const turns = new Map<QueueName, Turn[]>(this.queues.map(({ name }) => [name, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const queue of this.queues) turns.get(queue.name)?.push(await turnOf(queue, round));
    }
    return turns;
  }

  showLogs(): void {
    this.stage.processes.showLogs();
  }

  async strike(): Promise<void> {
    await this.stage.strike();
    this.started.stop();
  }
}
