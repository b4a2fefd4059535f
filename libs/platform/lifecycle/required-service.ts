import type { Logger } from '@nestjs/common';

/** The names of the services of this process that are lost. */
const lost = new Set<string>();

/**
 * The state of a service that a running process needs, like PostgreSQL. Logs once that it is lost, and once that it is
 * back.
 */
export class RequiredService {
  constructor(
    private readonly name: string,
    private readonly log: Pick<Logger, 'log' | 'warn'>,
  ) {}

  /** Whether any service is lost. Failures of other work are not logged meanwhile. */
  static get isAnyLost(): boolean {
    return lost.size > 0;
  }

  reportLost(reason: string): void {
    if (lost.has(this.name)) return;
    lost.add(this.name);
    this.log.warn(`${this.name} does not answer: ${reason}`);
  }

  reportAvailable(): void {
    if (lost.delete(this.name)) this.log.log(`${this.name} answers again`);
  }

  /** For a process that stops, and does not need the service any more. */
  release(): void {
    lost.delete(this.name);
  }
}
