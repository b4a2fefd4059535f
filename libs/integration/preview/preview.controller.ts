import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SIGNAL_MAP_BODY } from '#signals';
import { BodyLimit } from '#platform/http';
import { Allow } from '#tenancy';
import { MapPreview } from './map-preview.js';
import { SignalMapPreview, SignalMapPreviewBody } from './preview.dto.js';

@Controller('engine/v1/admin/signal-map')
export class PreviewController {
  constructor(private readonly previews: MapPreview) {}

  /**
   * Replays the stored signals of the last days with an edited map, and returns the differences, need by need. Changes
   * nothing.
   */
  @Post('preview')
  @BodyLimit(SIGNAL_MAP_BODY)
  @HttpCode(200)
  @Allow('viewer')
  preview(@Body() body: SignalMapPreviewBody): Promise<SignalMapPreview> {
    return this.previews.preview(body);
  }
}
