import { Module } from '@nestjs/common';
import { QueueModule } from '#platform/queue';
import { TenancyModule } from '#tenancy';
import { Replays } from './log/replays.js';
import { SignalMaps } from './map/signal-maps.js';
import { SignalRecorder } from './record/signal-recorder.js';
import { ResolveNeeds } from './wake/resolve-needs.job.js';
import { Wakeups } from './wake/wakeups.js';

@Module({
  imports: [TenancyModule, QueueModule.sends(ResolveNeeds)],
  providers: [Replays, SignalMaps, SignalRecorder, Wakeups],
  exports: [Replays, SignalMaps, SignalRecorder, Wakeups],
})
export class SignalsModule {}
