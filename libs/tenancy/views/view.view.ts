import { ids } from '#platform/database';
import type { Member } from '../access/member.js';
import type { ViewPage } from './view-pages.js';
import type { SavedView } from './saved-view.entity.js';

/** A named query of a list. */
export class ViewView {
  /** Identifier with the prefix `view_`. */
  id: string;
  /** Name of the view. */
  name: string;
  /** Page whose list the view filters. */
  page: ViewPage;
  /** The filters and the order, as they stand in the list's URL. */
  query: string;
  /** True: all members of the tenant see it. */
  shared: boolean;
  /** True: the caller saved it. */
  own: boolean;
  createdBy: string;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class ViewList {
  items: ViewView[];
  nextCursor: string | null;
}

export function viewOf(view: SavedView, member: Member): ViewView {
  return {
    id: ids.show('view', view.id),
    name: view.name,
    page: view.page,
    query: view.query,
    shared: view.shared,
    own: view.ownerId === member.id,
    createdBy: view.createdBy,
    version: view.version,
    createdAt: view.createdAt.toISOString(),
    updatedAt: view.updatedAt.toISOString(),
  };
}
