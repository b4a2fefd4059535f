import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { NameBody, NamesQuery } from '../names/name.dto.js';
import { GroupPage, GroupView } from './group.view.js';
import { GroupsService } from './groups.service.js';

@Controller('engine/v1/admin/groups')
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  /** The groups by name, each with how many active workers are in it. */
  @Get()
  @Allow('viewer')
  list(@Query() query: NamesQuery): Promise<GroupPage> {
    return this.groups.list(query);
  }

  /** Adds a group. */
  @Post()
  @Allow('admin')
  create(@Body() body: NameBody): Promise<GroupView> {
    return this.groups.create(body);
  }

  /** One group. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('grp', 'group') id: string): Promise<GroupView> {
    return this.groups.detail(id);
  }

  /** Renames a group. */
  @Patch(':id')
  @Allow('admin')
  rename(@IdParam('grp', 'group') id: string, @Body() body: NameBody): Promise<GroupView> {
    return this.groups.rename(id, body);
  }

  /** Deletes a group in which no active worker is. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('grp', 'group') id: string): Promise<void> {
    return this.groups.remove(id);
  }
}
