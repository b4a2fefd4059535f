import type { Logger } from '@nestjs/common';

const lost = new Set<string>();

/** A service that a running process needs, like PostgreSQL. Its loss is logged once, and so is its return. */
export class NeededPart {
  constructor(
    private readonly name: string,
    private readonly log: Pick<Logger, 'log' | 'warn'>,
  ) {}

  /** Whether any part is lost. Failures of other work are not logged meanwhile. */
  static get isAnyLost(): boolean {
    return lost.size > 0;
  }

  isLost(reason: string): void {
    if (lost.has(this.name)) return;
    lost.add(this.name);
    this.log.warn(`${this.name} does not answer: ${reason}`);
  }

  answers(): void {
    if (lost.delete(this.name)) this.log.log(`${this.name} answers again`);
  }

  /** The process stops, and needs it no longer. */
  release(): void {
    lost.delete(this.name);
  }
}
