import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { IdParam, TakesBytes } from '#platform/http';
import { SCIM_GROUP } from '../scim-body.js';
import { Scim, type ScimCall } from '../scim-call.js';
import { ScimApi } from '../scim-route.js';
import { ScimGroups } from './scim-groups.js';

@Controller('engine/scim/v2/Groups')
@ScimApi()
export class ScimGroupsController {
  constructor(private readonly groups: ScimGroups) {}

  /** The groups by filter, the longest known first. */
  @Get()
  list(@Scim() call: ScimCall): Promise<object> {
    return this.groups.list(call);
  }

  /** Adds a group. */
  @Post()
  @TakesBytes(SCIM_GROUP)
  create(@Scim() call: ScimCall): Promise<object> {
    return this.groups.create(call);
  }

  /** One group. */
  @Get(':id')
  read(@IdParam('grp', 'group') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.groups.read(id, call);
  }

  /** Names a group anew, and says who is in it. */
  @Put(':id')
  @TakesBytes(SCIM_GROUP)
  replace(@IdParam('grp', 'group') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.groups.replace(id, call);
  }

  /** Changes what the operations name. Answered by nothing: the members may be very many. */
  @Patch(':id')
  @HttpCode(204)
  @TakesBytes(SCIM_GROUP)
  patch(@IdParam('grp', 'group') id: string, @Scim() call: ScimCall): Promise<void> {
    return this.groups.patch(id, call);
  }

  /** Deletes a group; its members stay. */
  @Delete(':id')
  @HttpCode(204)
  remove(@IdParam('grp', 'group') id: string): Promise<void> {
    return this.groups.remove(id);
  }
}
