import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { messageOf } from '../../thrown/index.js';

/** The process of the engine. */
export type ProcessName = 'api' | 'worker' | 'standalone';

/** Injection token of the {@link ProcessName}. */
export const PROCESS_NAME = Symbol('ProcessName');

/** Starts and stops the export of traces, if the configuration has a collector. */
@Injectable()
export class Tracing implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(Tracing.name);
  private stop: (() => Promise<void>) | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PROCESS_NAME) private readonly name: ProcessName,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.traces === null) return;
    const { startExport } = await import('./exporter.js');
    this.stop = startExport(this.config.traces, `readiness-engine-${this.name}`);
  }

  async onApplicationShutdown(): Promise<void> {
    try {
      await this.stop?.();
    } catch (error) {
      this.log.warn(`the last traces cannot be exported: ${messageOf(error)}`);
    }
  }
}
