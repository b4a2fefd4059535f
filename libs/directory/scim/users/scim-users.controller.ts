import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { IdParam, TakesBytes } from '#platform/http';
import { USER_BODY_LIMIT } from '../scim-body.js';
import { Scim, type ScimCall } from '../scim-call.js';
import { ScimApi } from '../scim-route.js';
import { ScimUsers } from './scim-users.js';

@Controller('engine/scim/v2/Users')
@ScimApi()
export class ScimUsersController {
  constructor(private readonly users: ScimUsers) {}

  /** Lists users by filter, oldest first. */
  @Get()
  list(@Scim() call: ScimCall): Promise<object> {
    return this.users.list(call);
  }

  /** Adds a user: a new or an existing worker. */
  @Post()
  @TakesBytes(USER_BODY_LIMIT)
  create(@Scim() call: ScimCall): Promise<object> {
    return this.users.create(call);
  }

  /** One user. */
  @Get(':id')
  read(@IdParam('wrk', 'user') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.users.read(id, call);
  }

  /** Replaces a user. */
  @Put(':id')
  @TakesBytes(USER_BODY_LIMIT)
  replace(@IdParam('wrk', 'user') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.users.replace(id, call);
  }

  /** Applies the operations. */
  @Patch(':id')
  @TakesBytes(USER_BODY_LIMIT)
  patch(@IdParam('wrk', 'user') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.users.patch(id, call);
  }

  /** Deactivates the worker, and hides the user from the provider. */
  @Delete(':id')
  // Some providers send a content type without a body.
  @TakesBytes(USER_BODY_LIMIT)
  @HttpCode(204)
  remove(@IdParam('wrk', 'user') id: string): Promise<void> {
    return this.users.remove(id);
  }
}
