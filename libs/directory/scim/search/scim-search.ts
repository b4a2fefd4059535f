import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { withoutValues } from '../filter/scim-filter.js';
import { groupAttributes } from '../groups/group-rows.js';
import { ScimGroups } from '../groups/scim-groups.js';
import type { ScimCall } from '../scim-call.js';
import { listResponse } from '../scim-page.js';
import { ScimUsers } from '../users/scim-users.js';
import { userAttributes } from '../users/user-attributes.js';

/** Queries of users and groups together, users first (RFC 7644, section 3.4.2.1). */
@Injectable()
export class ScimSearch {
  constructor(
    private readonly database: Database,
    private readonly users: ScimUsers,
    private readonly groups: ScimGroups,
  ) {}

  /** @throws ScimError for a filter that is malformed, or names an attribute of neither */
  all(call: ScimCall): Promise<object> {
    return this.database.inTenant(async (tx) => {
      const [ofUser, ofGroup] = [userAttributes(tx.tenantId), groupAttributes(tx.tenantId)];
      const users = await this.users.page(tx, call, { ...withoutValues(ofGroup), ...ofUser });
      const rest = {
        ...call,
        startIndex: Math.max(1, call.startIndex - users.total),
        count: call.count - users.resources.length,
      };
      const groups = await this.groups.page(tx, rest, { ...withoutValues(ofUser), ...ofGroup });
      return listResponse(call, users.total + groups.total, [...users.resources, ...groups.resources]);
    });
  }
}
