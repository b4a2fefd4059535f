import { Global, Module } from '@nestjs/common';
import { MetricsServer } from './metrics/metrics-server.js';
import { Readings } from './metrics/readings.js';

/** Metrics of the process, for every process. */
@Global()
@Module({ providers: [MetricsServer, Readings], exports: [MetricsServer, Readings] })
export class TelemetryModule {}
