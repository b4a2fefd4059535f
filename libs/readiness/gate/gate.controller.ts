import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { BodyLimit } from '#platform/http';
import { Allow } from '#tenancy';
import { CheckBody, MAX_CHECKED } from './check.dto.js';
import { CheckView } from './check.view.js';
import { Gate } from './gate.js';

/** 500 people with all their keys. */
const CHECK_KIB = 512;
const VALUES_OF_PERSON = 4;

@Controller('engine/v1/admin/readiness')
export class GateController {
  constructor(private readonly gate: Gate) {}

  /**
   * Who of these people may go in, and why not: for a turnstile or a permit-to-work system. Changes nothing.
   */
  @Post('check')
  @HttpCode(200)
  @Allow('viewer')
  @BodyLimit({ kib: CHECK_KIB, values: MAX_CHECKED * VALUES_OF_PERSON + 200 })
  check(@Body() body: CheckBody): Promise<CheckView> {
    return this.gate.check(body);
  }
}
