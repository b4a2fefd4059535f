import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import type { Member } from '../access/member.js';
import { SavedView } from './saved-view.entity.js';
import type { ViewsQuery } from './view.dto.js';
import { VIEW_PAGES } from './view-pages.js';
import { type ViewList, type ViewView, viewOf } from './view.view.js';

/** Reads what a member sees: their own views, and those that others share. */
@Injectable()
export class ViewReader {
  constructor(private readonly database: Database) {}

  /** By page and name. The number of views that a member sees is bounded (`view-limits.ts`). */
  list(member: Member, query: ViewsQuery): Promise<ViewList> {
    return this.database.inTenant(async (tx) => {
      const views = await tx.find(
        SavedView,
        { $and: [visibleTo(member), ...conditions(query)] },
        { orderBy: { page: 'asc', nameKey: 'asc', id: 'asc' }, limit: query.limit + 1 },
      );
      return pageOf(
        views,
        query.limit,
        (view) => viewOf(view, member),
        ({ page, nameKey, id }) => [page, nameKey, id],
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
  const after = decodeCursor(cursor, ['text', 'text', 'uuid']);
  return [...(page === undefined ? [] : [{ page }]), ...(after === null ? [] : [behind(...after)])];
}

/** Pages are names in lower case, which JavaScript and PostgreSQL order in the same way. */
function behind(page: string, nameKey: string, id: string): FilterQuery<SavedView> {
  return {
    $or: [
      { page: { $in: VIEW_PAGES.filter((known) => known > page) } },
      {
        page: { $in: VIEW_PAGES.filter((known) => known === page) },
        $or: [{ nameKey: { $gt: nameKey } }, { nameKey, id: { $gt: id } }],
      },
    ],
  };
}
