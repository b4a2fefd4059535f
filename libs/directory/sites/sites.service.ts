import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, type Transaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion, pageOf } from '#platform/http';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import type { NameBody, NamesQuery } from '../names/name.dto.js';
import { StillUsed, mapNameConflict } from '../names/name.errors.js';
import { type NamedRow, listByName } from '../names/name-list.js';
import { nameKeyOf } from '../names/name-key.js';
import { Site } from './site.entity.js';
import { SELECT_SITES, type SitePage, type SiteView, siteView } from './site.view.js';

@Injectable()
export class SitesService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** By name. */
  list(query: NamesQuery): Promise<SitePage> {
    return this.database.inTenant(async (tx) => {
      const rows = await listByName(tx, 'site', SELECT_SITES, query);
      return pageOf(rows, query.limit, siteView, ({ nameKey }) => [nameKey]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<SiteView> {
    return this.database.inTenant((tx) => read(tx, id));
  }

  /** @throws NameTaken */
  create({ name }: NameBody): Promise<SiteView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const id = ids.next();
      tx.create(Site, { tenantId: tx.tenantId, id, name, nameKey: nameKeyOf(name) });
      audit(tx, {
        actor,
        action: 'site.created',
        subject: { kind: 'site', id },
        after: { name },
      });
      await mapNameConflict('site', () => tx.flush());
      await this.changes.publish(tx, { workerIds: [], siteKeys: [nameKeyOf(name)] });
      return read(tx, id);
    });
  }

  /** @throws NotFound, Stale, NameTaken */
  rename(id: string, { name }: NameBody, ifMatch: string | null): Promise<SiteView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const site = await locked(tx, id);
      demandVersion(ifMatch, site.version);
      if (site.name === name) return read(tx, id);
      const keys = new Set([site.nameKey, nameKeyOf(name)]);
      audit(tx, {
        actor,
        action: 'site.renamed',
        subject: { kind: 'site', id },
        before: { name: site.name },
        after: { name },
      });
      tx.assign(site, { name, nameKey: nameKeyOf(name), version: site.version + 1 });
      await mapNameConflict('site', () => tx.flush());
      await this.changes.publish(tx, { workerIds: [], siteKeys: [...keys] });
      return read(tx, id);
    });
  }

  /** Deletes a site without active workers; inactive ones keep no site. @throws NotFound, Stale, StillUsed */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const site = await locked(tx, id);
      demandVersion(ifMatch, site.version);
      const { workers } = await read(tx, id);
      if (workers > 0) throw new StillUsed('site', workers);
      const left = await tx.execute<Array<{ id: string }>>(sql`
        update worker set site_id = null, version = version + 1, updated_at = now()
        where tenant_id = ${tx.tenantId} and site_id = ${id} returning id`);
      audit(tx, {
        actor,
        action: 'site.deleted',
        subject: { kind: 'site', id },
        before: { name: site.name },
      });
      tx.remove(site);
      await tx.flush();
      await this.changes.publish(tx, {
        workerIds: left.map((worker) => worker.id),
        siteKeys: [site.nameKey],
      });
    });
  }
}

async function locked(tx: Transaction, id: string): Promise<Site> {
  const site = await tx.findOne(Site, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (site === null) throw new NotFound('site');
  return site;
}

async function read(tx: TenantTransaction, id: string): Promise<SiteView> {
  const [row] = await tx.execute<NamedRow[]>(
    sql`${SELECT_SITES} where site.tenant_id = ${tx.tenantId} and site.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('site');
  return siteView(row);
}
