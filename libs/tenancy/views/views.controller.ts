import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '../access/access.js';
import { CurrentMember } from '../access/current-member.js';
import type { Member } from '../access/member.js';
import { ChangeViewBody, CreateViewBody, ViewsQuery } from './view.dto.js';
import { ViewEditor } from './view-editor.js';
import { ViewReader } from './view-reader.js';
import { ViewList, ViewView } from './view.view.js';

@Controller('engine/v1/admin/views')
@Allow('viewer')
export class ViewsController {
  constructor(
    private readonly reader: ViewReader,
    private readonly editor: ViewEditor,
  ) {}

  /** Lists the caller's saved views and the shared ones, by name. */
  @Get()
  list(@CurrentMember() member: Member, @Query() query: ViewsQuery): Promise<ViewList> {
    return this.reader.list(member, query);
  }

  /** Saves a view of a list: its filters and its order, under a name. */
  @Post()
  create(@CurrentMember() member: Member, @Body() body: CreateViewBody): Promise<ViewView> {
    return this.editor.create(member, body);
  }

  /** One saved view. */
  @Get(':id')
  detail(@CurrentMember() member: Member, @IdParam('view', 'view') id: string): Promise<ViewView> {
    return this.reader.detail(member, id);
  }

  /** Changes the fields that are sent. Members change their own views, admins also those that others share. */
  @Patch(':id')
  change(
    @CurrentMember() member: Member,
    @IdParam('view', 'view') id: string,
    @Body() body: ChangeViewBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<ViewView> {
    return this.editor.change(member, id, body, ifMatch);
  }

  /** Deletes a saved view. */
  @Delete(':id')
  @HttpCode(204)
  remove(
    @CurrentMember() member: Member,
    @IdParam('view', 'view') id: string,
    @IfMatch() ifMatch: string | null,
  ): Promise<void> {
    return this.editor.remove(member, id, ifMatch);
  }
}
