import { Controller, Get, Header, Headers, type StreamableFile } from '@nestjs/common';
import { Allow } from '#tenancy';
import { ChangeStreams } from './change-streams.js';

@Controller('engine/v1/admin/events')
export class EventsController {
  constructor(private readonly streams: ChangeStreams) {}

  /**
   * Server-sent events about changes in the tenant. An event has the name of a kind of resource (`need`, `operation`,
   * `draft` …), and the ids of the changed ones.
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
