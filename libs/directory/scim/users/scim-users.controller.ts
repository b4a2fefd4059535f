import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { IdParam, TakesBytes } from '#platform/http';
import { SCIM_USER } from '../scim-body.js';
import { Scim, type ScimCall } from '../scim-call.js';
import { ScimApi } from '../scim-route.js';
import { ScimUsers } from './scim-users.js';

@Controller('engine/scim/v2/Users')
@ScimApi()
export class ScimUsersController {
  constructor(private readonly users: ScimUsers) {}

  /** The users by filter, the longest known first. */
  @Get()
  list(@Scim() call: ScimCall): Promise<object> {
    return this.users.list(call);
  }

  /** Adds a user: a worker, new or known. */
  @Post()
  @TakesBytes(SCIM_USER)
  create(@Scim() call: ScimCall): Promise<object> {
    return this.users.create(call);
  }

  /** One user. */
  @Get(':id')
  read(@IdParam('wrk', 'user') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.users.read(id, call);
  }

  /** Says all of a user anew. */
  @Put(':id')
  @TakesBytes(SCIM_USER)
  replace(@IdParam('wrk', 'user') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.users.replace(id, call);
  }

  /** Changes what the operations name. */
  @Patch(':id')
  @TakesBytes(SCIM_USER)
  patch(@IdParam('wrk', 'user') id: string, @Scim() call: ScimCall): Promise<object> {
    return this.users.patch(id, call);
  }

  /** Deactivates the worker, who is no user any more. */
  @Delete(':id')
  @HttpCode(204)
  remove(@IdParam('wrk', 'user') id: string): Promise<void> {
    return this.users.remove(id);
  }
}
