import { Body, Controller, Get, Put } from '@nestjs/common';
import { IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { OfferSettingsBody, OfferSettingsView } from './offer-settings.dto.js';
import { OfferSettings } from './offer-settings.js';

@Controller('engine/v1/admin/offer-settings')
export class OfferSettingsController {
  constructor(private readonly settings: OfferSettings) {}

  /** For how long a completed course counts. */
  @Get()
  @Allow('viewer')
  read(): Promise<OfferSettingsView> {
    return this.settings.read();
  }

  /** Replaces the settings; they hold for offers that are made after the answer. */
  @Put()
  @Allow('admin')
  replace(@Body() body: OfferSettingsBody, @IfMatch() ifMatch: string | null): Promise<OfferSettingsView> {
    return this.settings.replace(body, ifMatch);
  }
}
