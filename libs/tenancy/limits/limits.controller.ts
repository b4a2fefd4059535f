import { Controller, Get } from '@nestjs/common';
import { Allow } from '../access/access.js';
import { LimitsReader } from './limits-reader.js';
import { TenantLimits } from './limits.view.js';

@Controller('engine/v1/admin/limits')
@Allow('viewer')
export class LimitsController {
  constructor(private readonly reader: LimitsReader) {}

  /** How long signals are kept, and how many events a second are accepted. Only the operator changes it. */
  @Get()
  limits(): Promise<TenantLimits> {
    return this.reader.read();
  }
}
