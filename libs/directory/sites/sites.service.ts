import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, type Transaction, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { demandVersion, pageOf } from '#platform/http';
import { nameKeyOf } from '#platform/text';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import type { NamesQuery } from '../names/name.dto.js';
import { StillUsed, mapNameConflict } from '../names/name.errors.js';
import { listByName } from '../names/name-list.js';
import { SiteAlias } from './site-alias.entity.js';
import { aliasesFor, aliasesOf, storeAliases } from './site-aliases.js';
import type { ChangeSiteBody, CreateSiteBody } from './site.dto.js';
import { Site } from './site.entity.js';
import { lockSiteNames } from './site-names.js';
import { SELECT_SITES, type SitePage, type SiteRow, type SiteView, siteView } from './site.view.js';

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
      const rows = await listByName<SiteRow>(tx, 'site', SELECT_SITES, query);
      return pageOf(rows, query.limit, siteView, ({ nameKey }) => [nameKey]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<SiteView> {
    return this.database.inTenant((tx) => read(tx, id));
  }

  /** @throws NameTaken, SiteNameTaken */
  create({ name, aliases = [] }: CreateSiteBody): Promise<SiteView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await lockSiteNames(tx);
      const id = ids.next();
      const wanted = aliasesFor(name, aliases);
      tx.create(Site, { tenantId: tx.tenantId, id, name, nameKey: nameKeyOf(name) });
      await mapNameConflict('site', () => tx.flush());
      const aliasKeys = await storeAliases(tx, id, name, wanted);
      audit(tx, {
        actor,
        action: 'site.created',
        subject: { kind: 'site', id },
        after: { name, ...(wanted.length === 0 ? {} : { aliases: wanted }) },
      });
      await tx.flush();
      await this.changes.publish(tx, { workerIds: [], siteKeys: [nameKeyOf(name), ...aliasKeys] });
      return read(tx, id);
    });
  }

  /**
   * A new name makes the old one an alias, unless all aliases are given.
   * @throws Invalid, NotFound, Stale, NameTaken, SiteNameTaken
   */
  change(id: string, body: ChangeSiteBody, ifMatch: string | null): Promise<SiteView> {
    const { actor } = this.scope.tenant;
    if (body.name === undefined && body.aliases === undefined)
      throw new Invalid([{ field: 'name', message: 'must be given, or aliases' }]);
    return this.database.inTenant(async (tx) => {
      await lockSiteNames(tx);
      const site = await locked(tx, id);
      demandVersion(ifMatch, site.version);
      const before = { name: site.name, aliases: await aliasesOf(tx, id) };
      const { name = site.name } = body;
      const aliases = aliasesFor(name, body.aliases ?? [...before.aliases, site.name]);
      const aliasKeys = await storeAliases(tx, id, name, aliases);
      if (site.name === name && aliasKeys.length === 0) return read(tx, id);
      const keys = new Set([site.nameKey, nameKeyOf(name), ...aliasKeys]);
      const isRenamed = site.name !== name;
      // A new name makes the old one an alias: the audit log has both names anyway.
      const isGiven = body.aliases !== undefined;
      audit(tx, {
        actor,
        action: isRenamed ? 'site.renamed' : 'site.changed',
        subject: { kind: 'site', id },
        before: { ...(isRenamed ? { name: before.name } : {}), ...(isGiven ? { aliases: before.aliases } : {}) },
        after: { ...(isRenamed ? { name } : {}), ...(isGiven ? { aliases } : {}) },
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
      // Workers are locked before the site, in the order of a transaction that changes a worker.
      await tx.execute(sql`
        select from worker where tenant_id = ${tx.tenantId} and site_id = ${id} and not active order by id for update`);
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
      await tx.nativeDelete(SiteAlias, { siteId: id });
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
  const [row] = await tx.execute<SiteRow[]>(
    sql`${SELECT_SITES} where site.tenant_id = ${tx.tenantId} and site.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('site');
  return siteView(row);
}
