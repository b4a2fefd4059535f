import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { AcceptedWhileRunning } from '#operations';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { OfferBody } from './offer.dto.js';
import { OfferResult } from './offer.view.js';
import { OffersService } from './offers.service.js';

@Controller('engine/v1/admin/needs')
export class OffersController {
  constructor(private readonly offers: OffersService) {}

  /**
   * Offers a need's course: one assignment for each person who needs it. More than a thousand people are assigned in
   * the background, with a 202; with `dryRun` nothing is changed.
   */
  @Post(':id/offer')
  @HttpCode(200)
  @Allow('admin')
  @UseInterceptors(AcceptedWhileRunning)
  offer(
    @IdParam('need', 'need') id: string,
    @Body() body: OfferBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<OfferResult> {
    return this.offers.offer(id, body, ifMatch);
  }
}
