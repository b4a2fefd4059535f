import { Controller, Get } from '@nestjs/common';
import { Allow } from '#tenancy';
import { RefusedReader } from './refused-reader.js';
import { RefusedSignals } from './refused.view.js';

@Controller('engine/v1/admin/signals')
export class RefusedSignalsController {
  constructor(private readonly refused: RefusedReader) {}

  /**
   * What the webhook refused in the last seven days: requests without a valid signature, as counts, and signed events
   * that are not valid, with the reasons.
   */
  @Get('refused')
  @Allow('viewer')
  read(): Promise<RefusedSignals> {
    return this.refused.read();
  }
}
