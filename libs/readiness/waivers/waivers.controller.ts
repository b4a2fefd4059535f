import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { CreateWaiverBody, WaiversQuery } from './waiver.dto.js';
import { WaiverEditor } from './waiver-editor.js';
import { WaiverReader } from './waiver-reader.js';
import { WaiverPage, WaiverView } from './waiver.view.js';

@Controller('engine/v1/admin/waivers')
export class WaiversController {
  constructor(
    private readonly reader: WaiverReader,
    private readonly editor: WaiverEditor,
  ) {}

  /** Lists waivers by filter, newest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: WaiversQuery): Promise<WaiverPage> {
    return this.reader.list(query);
  }

  /** Exempts a worker for a while: the reason is shown, and does not count. */
  @Post()
  @Allow('admin')
  create(@Body() body: CreateWaiverBody): Promise<WaiverView> {
    return this.editor.create(body);
  }

  /** Ends a waiver now. It stays in the list. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('wvr', 'waiver') id: string): Promise<void> {
    return this.editor.end(id);
  }
}
