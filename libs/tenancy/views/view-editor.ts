import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, ids } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { nameKeyOf } from '#platform/text';
import type { Member } from '../access/member.js';
import { covers } from '../access/role.js';
import { audit } from '../audit/audit-log.js';
import { SavedView } from './saved-view.entity.js';
import type { ChangeViewBody, CreateViewBody } from './view.dto.js';
import { rejectTakenName } from './view.errors.js';
import { demandRoomForShared, demandRoomForView, lockViews } from './view-limits.js';
import { findView } from './view-reader.js';
import { type ViewView, viewOf } from './view.view.js';

const FIELDS = ['name', 'page', 'query', 'shared'] as const;
type Fields = Pick<SavedView, (typeof FIELDS)[number]>;

/** Saves, changes and deletes views. Members change their own; admins also those that others share. */
@Injectable()
export class ViewEditor {
  constructor(private readonly database: Database) {}

  /** @throws Forbidden, TooManyViews, ViewNameTaken */
  create(member: Member, { name, page, shared, ...body }: CreateViewBody): Promise<ViewView> {
    return this.database.inTenant(async (tx) => {
      await lockViews(tx);
      await demandRoomForView(tx, member.id);
      if (shared) await demandSharing(tx, member);
      const view = tx.create(SavedView, {
        tenantId: tx.tenantId,
        id: ids.next(),
        name,
        nameKey: nameKeyOf(name),
        page,
        query: bare(body.query),
        shared,
        ownerId: member.id,
        createdBy: member.actor,
      });
      audit(tx, { actor: member.actor, action: 'view.created', subject: subject(view), after: pick(view, FIELDS) });
      await rejectTakenName(() => tx.flush());
      return viewOf(view, member);
    });
  }

  /**
   * Changes the given fields. A body that changes nothing leaves the version unchanged.
   * @throws NotFound, Stale, Forbidden, TooManyViews, ViewNameTaken
   */
  change(member: Member, id: string, body: ChangeViewBody, ifMatch: string | null): Promise<ViewView> {
    return this.alone(member, id, ifMatch, async (tx, view) => {
      const wanted: Partial<Fields> = { ...body, ...(body.query === undefined ? {} : { query: bare(body.query) }) };
      const changed = FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== view[field]);
      if (changed.length === 0) return viewOf(view, member);
      if (wanted.shared === true && !view.shared) await demandSharing(tx, member);
      const before = pick(view, changed);
      const after = pick(wanted, changed);
      audit(tx, { actor: member.actor, action: 'view.changed', subject: subject(view), before, after });
      tx.assign(view, { ...after, nameKey: nameKeyOf(wanted.name ?? view.name), version: view.version + 1 });
      await rejectTakenName(() => tx.flush());
      return viewOf(view, member);
    });
  }

  /** @throws NotFound, Stale, Forbidden */
  remove(member: Member, id: string, ifMatch: string | null): Promise<void> {
    return this.alone(member, id, ifMatch, async (tx, view) => {
      audit(tx, { actor: member.actor, action: 'view.deleted', subject: subject(view), before: pick(view, FIELDS) });
      tx.remove(view);
    });
  }

  private alone<T>(
    member: Member,
    id: string,
    ifMatch: string | null,
    work: (tx: TenantTransaction, view: SavedView) => Promise<T>,
  ): Promise<T> {
    return this.database.inTenant(async (tx) => {
      await lockViews(tx);
      const view = await findView(tx, member, id);
      if (view.ownerId !== member.id && !covers(member.role, 'admin'))
        throw new Forbidden('only its owner and admins may change a shared view');
      demandVersion(ifMatch, view.version);
      return work(tx, view);
    });
  }
}

/** @throws Forbidden, TooManyViews */
async function demandSharing(tx: TenantTransaction, { role }: Member): Promise<void> {
  if (!covers(role, 'author')) throw new Forbidden(`sharing a view needs the role author; you have ${role}`);
  await demandRoomForShared(tx);
}

/** A query without the question mark that it has in a URL. */
function bare(query: string): string {
  return query.replace(/^\?/, '');
}

function subject({ id }: SavedView): { kind: 'view'; id: string } {
  return { kind: 'view', id };
}

function pick(source: Partial<Fields>, fields: ReadonlyArray<keyof Fields>): Partial<Fields> {
  return Object.fromEntries(fields.map((field) => [field, source[field]]));
}
