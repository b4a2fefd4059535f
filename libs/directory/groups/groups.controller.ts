import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { BodyLimit, IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { NameBody, NamesQuery } from '../names/name.dto.js';
import { ChangeMembersBody } from './group-members.dto.js';
import { GroupMembers } from './group-members.js';
import { GroupPage, GroupView } from './group.view.js';
import { GroupsService } from './groups.service.js';

@Controller('engine/v1/admin/groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsService,
    private readonly members: GroupMembers,
  ) {}

  /** Lists the groups by name, each with the number of its active workers. */
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
  rename(
    @IdParam('grp', 'group') id: string,
    @Body() body: NameBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<GroupView> {
    return this.groups.rename(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @Allow('admin')
  put(
    @IdParam('grp', 'group') id: string,
    @Body() body: NameBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<GroupView> {
    return this.groups.rename(id, body, ifMatch);
  }

  /** Deletes a group that has no active workers. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('grp', 'group') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.groups.remove(id, ifMatch);
  }

  /** Adds workers to a group and removes workers from it. `GET /workers?group=` lists the members. */
  @Patch(':id/members')
  @BodyLimit({ kib: 256, values: 3_000 })
  @Allow('admin')
  changeMembers(
    @IdParam('grp', 'group') id: string,
    @Body() body: ChangeMembersBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<GroupView> {
    return this.members.change(id, body, ifMatch);
  }
}
