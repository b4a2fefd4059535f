import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { AcceptedWhileRunning } from '#operations';
import { BodyLimit } from '#platform/http';
import { Allow } from '#tenancy';
import { OfferMissingBody } from './offer-missing.dto.js';
import { OfferMissing } from './offer-missing.service.js';
import { OfferMissingResult } from './offer-missing.view.js';

/** 500 ids. */
const BODY_KIB = 64;

@Controller('engine/v1/admin/readiness/offer-missing')
export class OfferMissingController {
  constructor(private readonly offers: OfferMissing) {}

  /**
   * Offers people the courses that their reasons on the board name as the next move, in the background: answers 202,
   * and the operation has the progress. With `dryRun` nothing is changed: answers 200.
   */
  @Post()
  @BodyLimit({ kib: BODY_KIB })
  @HttpCode(200)
  @Allow('admin')
  @UseInterceptors(AcceptedWhileRunning)
  start(@Body() body: OfferMissingBody): Promise<OfferMissingResult> {
    return this.offers.start(body);
  }
}
