import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ExactBody } from '#platform/http';
import { Allow } from '#tenancy';
import { SendTrial } from './send-trial.js';
import { TestSignalBody, TestedSignal } from './trial.dto.js';

@Controller('engine/v1/admin/signals')
export class TrialController {
  constructor(private readonly trial: SendTrial) {}

  /**
   * Signs an event and sends it to the tenant's own webhook, which records it as any other. Returns the exact bytes,
   * the signature and the answer.
   */
  @Post('test')
  @ExactBody({ kib: 260 })
  @HttpCode(200)
  @Allow('admin')
  test(@Body() { event }: TestSignalBody): Promise<TestedSignal> {
    return this.trial.send(event);
  }
}
