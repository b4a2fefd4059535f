import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { SignalLog } from './log/signal-log.js';
import { SignalsController } from './log/signals.controller.js';
import { AutoAuthorSettingsModule } from './map/auto-author.module.js';
import { SignalMapController } from './map/signal-map.controller.js';
import { UnmappedTypeList } from './map/unmapped-types.js';
import { SignalMapService } from './map/signal-map.service.js';
import { SignalsModule } from './signals.module.js';

@Module({
  imports: [AutoAuthorSettingsModule, CatalogModule, SignalsModule],
  controllers: [SignalMapController, SignalsController],
  providers: [SignalLog, SignalMapService, UnmappedTypeList],
})
export class SignalsHttpModule {}
