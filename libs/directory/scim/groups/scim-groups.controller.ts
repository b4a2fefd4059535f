import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { IdParam, TakesBytes } from '#platform/http';
import { GROUP_BODY_LIMIT } from '../scim-body.js';
import { Scim, type ScimCall } from '../scim-call.js';
import { ScimApi } from '../scim-route.js';
import { ScimGroups } from './scim-groups.js';

@Controller('engine/scim/v2/Groups')
@ScimApi()
export class ScimGroupsController {
  constructor(private readonly groups: ScimGroups) {}

  /** Lists groups by filter, oldest first. */
  @Get()
  list(@Scim() call: ScimCall): Promise<object> {
    return this.groups.list(call);
  }

  /** Adds a group. */
  @Post()
  @TakesBytes(GROUP_BODY_LIMIT)
  create(@Scim() call: ScimCall): Promise<object> {
    return this.groups.create(call);
  }

  /** One group. */
  @Get(':id')
  read(@IdParam('grp', 'group') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.groups.read(id, call);
  }

  /** Replaces the name and the members of a group. */
  @Put(':id')
  @TakesBytes(GROUP_BODY_LIMIT)
  replace(@IdParam('grp', 'group') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.groups.replace(id, call);
  }

  /** Applies the operations. Answers without a body unless the request names attributes. */
  @Patch(':id')
  @TakesBytes(GROUP_BODY_LIMIT)
  patch(@IdParam('grp', 'group') id: string, @Scim() call: ScimCall): Promise<object | undefined> {
    return this.groups.patch(id, call);
  }

  /** Deletes a group; its members stay. */
  @Delete(':id')
  // Some providers send a content type without a body.
  @TakesBytes(GROUP_BODY_LIMIT)
  @HttpCode(204)
  remove(@IdParam('grp', 'group') id: string): Promise<void> {
    return this.groups.remove(id);
  }
}
