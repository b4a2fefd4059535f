import { Module } from '@nestjs/common';
import { HealthModule } from '#platform/health';
import { ChangeStreams } from './streams/change-streams.js';
import { EventsController } from './streams/events.controller.js';

@Module({ imports: [HealthModule], controllers: [EventsController], providers: [ChangeStreams] })
export class ChangesHttpModule {}
