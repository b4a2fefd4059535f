import { Controller, Get, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { Inbox } from './inbox.js';
import { NeedDetail, NeedPage, NeedsCount } from './need.view.js';
import { NeedsCountQuery, NeedsQuery } from './needs.query.js';

@Controller('engine/v1/admin/needs')
export class NeedsController {
  constructor(private readonly inbox: Inbox) {}

  /** The inbox: needs by filter, most severe first by default. */
  @Get()
  @Allow('viewer')
  list(@Query() query: NeedsQuery): Promise<NeedPage> {
    return this.inbox.list(query);
  }

  /** How many rows of the inbox match a filter: exact up to 2,000. */
  @Get('count')
  @Allow('viewer')
  count(@Query() query: NeedsCountQuery): Promise<NeedsCount> {
    return this.inbox.count(query);
  }

  /** One need with its signals, its recommendation with the evidence, and its history. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('need', 'need') id: string): Promise<NeedDetail> {
    return this.inbox.detail(id);
  }
}
