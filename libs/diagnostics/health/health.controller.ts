import { Controller, Get } from '@nestjs/common';
import { IgnoresUnknownQuery } from '#platform/http';
import { Public } from '#tenancy';
import { Health, HealthView } from './health.js';

@Controller('engine/health')
@Public()
@IgnoresUnknownQuery('a probe that adds a parameter to skip caches must not restart the process')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process responds. */
  @Get('live')
  live(): HealthView {
    return { status: 'ok', checks: {} };
  }

  /** The process can do its work: 503 with the failing checks if not. */
  @Get('ready')
  ready(): Promise<HealthView> {
    return this.health.ready();
  }
}
