import { type Queue, type QueueName, Queues } from './queues.js';
import { Stage, type StageOptions } from './stage.js';

/** The results of each queue, one for each round. */
export type Turns<Turn> = ReadonlyMap<QueueName, readonly Turn[]>;

/** A stage on which the engine runs with its queue in PostgreSQL or in Redis. */
export class QueueStage {
  private constructor(
    readonly stage: Stage,
    private readonly started: Queues,
  ) {}

  static async start(names: readonly QueueName[], options: StageOptions = {}): Promise<QueueStage> {
    const stage = await Stage.start(options);
    try {
      return new QueueStage(stage, await Queues.start(names, stage.folder));
    } catch (error) {
      await stage.stop();
      throw error;
    }
  }

  get queues(): readonly Queue[] {
    return this.started.all;
  }

  /** Alternates between the queues (A B A B …), so that changes of the machine affect both. */
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

  async stop(): Promise<void> {
    await this.stage.stop();
    this.started.stop();
  }
}
