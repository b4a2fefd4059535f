import { setImmediate as nextTurn } from 'node:timers/promises';
import { GroupCommit, type Written } from './group-commit.js';

/** A store whose writes the test completes. */
export class Store {
  readonly batches: string[][] = [];
  private readonly answers: Array<{ answer: (results: Array<Written<string>>) => void; fail: (error: Error) => void }> =
    [];

  readonly write = (items: readonly string[]): Promise<Array<Written<string>>> => {
    this.batches.push([...items]);
    return new Promise((answer, fail) => this.answers.push({ answer, fail }));
  };

  /** Completes the write with that number, and waits for its effects. */
  async answer(
    batch: number,
    results = this.batches[batch]?.map((item): Written<string> => `${item} written`),
  ): Promise<void> {
    this.answers[batch]?.answer(results ?? []);
    await settled();
  }

  async fail(batch: number, error: Error): Promise<void> {
    this.answers[batch]?.fail(error);
    await settled();
  }
}

/** Waits for the effects of settled promises. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await nextTurn();
}

/** A group commit, and the store to which it writes. */
export interface Commits {
  readonly store: Store;
  readonly group: GroupCommit<string, string>;
}

export function commits({ lanes = 1, maxBatch = 100, maxBatchWeight = 1_000, maxWaiting = 100 } = {}): Commits {
  const store = new Store();
  return { store, group: new GroupCommit(store.write, { lanes, maxBatch, maxBatchWeight, maxWaiting }) };
}
