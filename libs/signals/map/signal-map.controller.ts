import { Body, Controller, Get, Put } from '@nestjs/common';
import { BodyLimit, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { SIGNAL_MAP_BODY, SignalMapBody, SignalMapView } from './signal-map.dto.js';
import { UnmappedTypeList } from './unmapped-types.js';
import { UnmappedTypes } from './unmapped.dto.js';
import { SignalMapService } from './signal-map.service.js';

@Controller('engine/v1/admin/signal-map')
export class SignalMapController {
  constructor(
    private readonly signalMap: SignalMapService,
    private readonly unmapped: UnmappedTypeList,
  ) {}

  /** Returns the defaults of each signal type, and the auto-author settings. */
  @Get()
  @Allow('viewer')
  read(): Promise<SignalMapView> {
    return this.signalMap.read();
  }

  /** Lists signal types that source systems send and the map does not contain, with suggested topics. */
  @Get('unmapped')
  @Allow('viewer')
  unmappedTypes(): Promise<UnmappedTypes> {
    return this.unmapped.list();
  }

  /** Replaces the map and the settings that are sent. They apply to signals that arrive after the response. */
  @Put()
  @BodyLimit(SIGNAL_MAP_BODY)
  @Allow('admin')
  replace(@Body() body: SignalMapBody, @IfMatch() ifMatch: string | null): Promise<SignalMapView> {
    return this.signalMap.replace(body, ifMatch);
  }
}
