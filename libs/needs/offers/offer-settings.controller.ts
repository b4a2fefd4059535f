import { Body, Controller, Get, Put } from '@nestjs/common';
import { IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { OfferSettingsBody, OfferSettingsView } from './offer-settings.dto.js';
import { OfferSettings } from './offer-settings.js';

@Controller('engine/v1/admin/offer-settings')
export class OfferSettingsController {
  constructor(private readonly settings: OfferSettings) {}

  /** How long a completed course is valid. */
  @Get()
  @Allow('viewer')
  read(): Promise<OfferSettingsView> {
    return this.settings.read();
  }

  /** Replaces the settings, for later offers. */
  @Put()
  @Allow('admin')
  replace(@Body() body: OfferSettingsBody, @IfMatch() ifMatch: string | null): Promise<OfferSettingsView> {
    return this.settings.replace(body, ifMatch);
  }
}
