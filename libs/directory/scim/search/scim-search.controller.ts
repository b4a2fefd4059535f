import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { TakesBytes } from '#platform/http';
import { ScimGroups } from '../groups/scim-groups.js';
import { Scim, type ScimCall, ScimQuery } from '../scim-call.js';
import { ScimApi } from '../scim-route.js';
import { ScimUsers } from '../users/scim-users.js';
import { ScimSearch } from './scim-search.js';

const SEARCH_BODY_LIMIT = { kib: 64 };

/** Queries whose parameters are in the body (RFC 7644, section 3.4.3), and those of all resources. */
@Controller('engine/scim/v2')
@ScimApi()
export class ScimSearchController {
  constructor(
    private readonly search: ScimSearch,
    private readonly users: ScimUsers,
    private readonly groups: ScimGroups,
  ) {}

  /** Lists users and groups by filter. */
  @Get()
  list(@Scim() call: ScimCall): Promise<object> {
    return this.search.all(call);
  }

  /** Lists users and groups by filter, with the query as the body. */
  @Post('.search')
  @HttpCode(200)
  @TakesBytes(SEARCH_BODY_LIMIT)
  searchAll(@ScimQuery() call: ScimCall): Promise<object> {
    return this.search.all(call);
  }

  /** Lists users by filter, with the query as the body. */
  @Post('Users/.search')
  @HttpCode(200)
  @TakesBytes(SEARCH_BODY_LIMIT)
  searchUsers(@ScimQuery() call: ScimCall): Promise<object> {
    return this.users.list(call);
  }

  /** Lists groups by filter, with the query as the body. */
  @Post('Groups/.search')
  @HttpCode(200)
  @TakesBytes(SEARCH_BODY_LIMIT)
  searchGroups(@ScimQuery() call: ScimCall): Promise<object> {
    return this.groups.list(call);
  }
}
