import { Controller, Get, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { SignalLog } from './signal-log.js';
import { SignalPage, SignalView, SignalsQuery } from './signal-log.dto.js';

@Controller('engine/v1/admin/signals')
export class SignalsController {
  constructor(private readonly log: SignalLog) {}

  /** Lists the signals that source systems sent, newest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: SignalsQuery): Promise<SignalPage> {
    return this.log.list(query);
  }

  /** Returns a signal with the event as it was sent. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('sig', 'signal') id: string): Promise<SignalView> {
    return this.log.detail(id);
  }
}
