import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import type { Member } from '../access/member.js';
import { SavedView } from './saved-view.entity.js';
import type { ViewsQuery } from './view.dto.js';
import { type ViewList, type ViewView, viewOf } from './view.view.js';

/** Reads what a member sees: their own views, and those that others share. */
@Injectable()
export class ViewReader {
  constructor(private readonly database: Database) {}

  /** By name. The number of views that a member sees is bounded (`view-limits.ts`). */
  list(member: Member, query: ViewsQuery): Promise<ViewList> {
    return this.database.inTenant(async (tx) => {
      const views = await tx.find(
        SavedView,
        { $and: [visibleTo(member), ...conditions(query)] },
        { orderBy: { nameKey: 'asc', id: 'asc' }, limit: query.limit + 1 },
      );
      return pageOf(
        views,
        query.limit,
        (view) => viewOf(view, member),
        ({ nameKey, id }) => [nameKey, id],
      );
    });
  }

  /** @throws NotFound */
  detail(member: Member, id: string): Promise<ViewView> {
    return this.database.inTenant(async (tx) => viewOf(await findView(tx, member, id), member));
  }
}

/** @throws NotFound for a view that the member does not see */
export async function findView(tx: TenantTransaction, member: Member, id: string): Promise<SavedView> {
  const view = await tx.findOne(SavedView, { $and: [{ id }, visibleTo(member)] });
  if (view === null) throw new NotFound('view');
  return view;
}

function visibleTo({ id }: Member): FilterQuery<SavedView> {
  return { $or: [{ ownerId: id }, { shared: true }] };
}

function conditions({ cursor, page }: ViewsQuery): Array<FilterQuery<SavedView>> {
  const after = decodeCursor(cursor, ['text', 'uuid']);
  return [
    ...(page === undefined ? [] : [{ page }]),
    ...(after === null
      ? []
      : [{ $or: [{ nameKey: { $gt: after[0] } }, { nameKey: after[0], id: { $gt: after[1] } }] }]),
  ];
}
