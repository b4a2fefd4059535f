import { Controller, Get, Header, Headers, type StreamableFile } from '@nestjs/common';
import { Allow } from '#tenancy';
import { ChangeStreams } from './change-streams.js';

@Controller('engine/v1/admin/events')
export class EventsController {
  constructor(private readonly streams: ChangeStreams) {}

  /**
   * Server-sent events: what changes in the tenant, as it changes. Named by the kind of thing (`need`, `operation`,
   * `draft` …), each with the ids of what changed.
   */
  @Get()
  @Header('content-type', 'text/event-stream')
  @Header('cache-control', 'no-store')
  @Header('x-accel-buffering', 'no')
  @Allow('viewer')
  events(@Headers('last-event-id') lastEventId: string | undefined): StreamableFile {
    return this.streams.open(lastEventId);
  }
}
