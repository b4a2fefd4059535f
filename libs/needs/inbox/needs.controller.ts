import { Controller, Get, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { Inbox } from './inbox.js';
import { NeedDetail, NeedPage } from './need.view.js';
import { NeedsQuery } from './needs.query.js';

@Controller('engine/v1/admin/needs')
export class NeedsController {
  constructor(private readonly inbox: Inbox) {}

  /** The inbox: needs by filter, most severe first by default. */
  @Get()
  @Allow('viewer')
  list(@Query() query: NeedsQuery): Promise<NeedPage> {
    return this.inbox.list(query);
  }

  /** One need with its signals, its recommendation with the evidence, and its history. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('need', 'need') id: string): Promise<NeedDetail> {
    return this.inbox.detail(id);
  }
}
