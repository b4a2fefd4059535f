import { Global, Module } from '@nestjs/common';
import { Draining } from '../lifecycle/index.js';
import { Probes } from './probes.js';
import { Readiness } from './readiness.js';

/** The readiness of a process. */
@Global()
@Module({ providers: [Draining, Probes, Readiness], exports: [Draining, Readiness] })
export class HealthModule {}
