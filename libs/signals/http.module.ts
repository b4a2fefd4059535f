import { Module } from '@nestjs/common';
import { DeliveryLog } from './log/delivery-log.js';
import { SignalsController } from './log/signals.controller.js';
import { SignalMapController } from './map/signal-map.controller.js';
import { SignalMapService } from './map/signal-map.service.js';
import { SignalsModule } from './signals.module.js';

@Module({
  imports: [SignalsModule],
  controllers: [SignalMapController, SignalsController],
  providers: [DeliveryLog, SignalMapService],
})
export class SignalsHttpModule {}
