import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { BodyLimit } from '#platform/http';
import { Allow } from '#tenancy';
import { CheckSignal } from './check-signal.js';
import { CheckSignalBody, CheckedSignal } from './check.dto.js';

@Controller('engine/v1/admin/signals')
export class CheckController {
  constructor(private readonly signals: CheckSignal) {}

  /**
   * Shows what the webhook would make of an event, without recording it: errors, warnings, defaults, dedupe key,
   * audience and the recommended course.
   */
  @Post('check')
  @BodyLimit({ kib: 1_024 })
  @HttpCode(200)
  @Allow('viewer')
  check(@Body() { raw }: CheckSignalBody): Promise<CheckedSignal> {
    return this.signals.check(raw);
  }
}
