import { type DynamicModule, Module } from '@nestjs/common';
import { MetricsServer } from './metrics/metrics-server.js';
import { Readings } from './metrics/readings.js';
import { PROCESS_NAME, type ProcessName, Tracing } from './traces/tracing.js';

/** Metrics and traces, for every process. */
@Module({})
export class TelemetryModule {
  static forRoot(name: ProcessName): DynamicModule {
    return {
      module: TelemetryModule,
      global: true,
      providers: [MetricsServer, Readings, Tracing, { provide: PROCESS_NAME, useValue: name }],
      exports: [MetricsServer, Readings],
    };
  }
}
