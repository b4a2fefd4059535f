import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { containing } from '#platform/text';
import type { UsersQuery } from './user.dto.js';
import { User } from '../users/user.entity.js';
import { type UserPage, type UserView, userView } from './user.view.js';

/** Reads the users of a tenant. */
@Injectable()
export class UserReader {
  constructor(private readonly database: Database) {}

  list(query: UsersQuery): Promise<UserPage> {
    return this.database.inTenant((tx) => listUsers(tx, query));
  }

  /** @throws NotFound */
  detail(id: string): Promise<UserView> {
    return this.database.inTenant(async (tx) => {
      const user = await tx.findOne(User, { id });
      if (user === null) throw new NotFound('user');
      return userView(user);
    });
  }
}

/** The users of the tenant in scope, newest first. */
async function listUsers(tx: Transaction, query: UsersQuery): Promise<UserPage> {
  const users = await tx.find(User, { $and: conditions(query) }, { orderBy: { id: 'desc' }, limit: query.limit + 1 });
  return pageOf(users, query.limit, userView, ({ id }) => [id]);
}

function conditions({ cursor, role, active, q }: UsersQuery): Array<FilterQuery<User>> {
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  return [
    ...(before === null ? [] : [{ id: { $lt: before } }]),
    ...(role === undefined ? [] : [{ role }]),
    ...(active === undefined ? [] : [{ active: active === 'true' }]),
    ...(q === undefined ? [] : [{ $or: [{ name: { $ilike: containing(q) } }, { email: { $ilike: containing(q) } }] }]),
  ];
}
