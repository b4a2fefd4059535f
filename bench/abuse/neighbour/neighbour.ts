import { type ChildProcess, fork } from 'node:child_process';
import type { NeighbourAccess, NeighbourCommand, NeighbourReport } from './protocol.js';

/** Relative to the project's folder, because the tests run it too. */
const PROGRAM = 'dist/bench/abuse/neighbour/main.js';

/** The parent's side of the neighbour. */
export class Neighbour {
  private readonly child: ChildProcess = fork(PROGRAM, { env: {}, execArgv: [] });

  constructor(
    readonly access: NeighbourAccess,
    private readonly eventEveryMs: number,
  ) {}

  start({ sendsBatches }: { readonly sendsBatches: boolean }): void {
    this.command({ do: 'start', access: this.access, sendsBatches, eventEveryMs: this.eventEveryMs });
  }

  /** Resolves once every request that the neighbour has sent is answered. */
  stop(): Promise<NeighbourReport> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`the neighbour's process ended with code ${code}`));
      this.child.once('exit', ended);
      this.child.once('message', (report: NeighbourReport) => {
        this.child.off('exit', ended);
        resolve(report);
      });
      this.command({ do: 'stop' });
    });
  }

  leave(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private command(command: NeighbourCommand): void {
    this.child.send(command);
  }
}
