import { sql } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope } from '#platform/database';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { type SignalMapBody, type SignalMapView, parseSignalMap } from './signal-map.dto.js';
import { SignalMapSettings } from './signal-map.entity.js';
import { AutoAuthorSwitch } from './auto-author-switch.js';
import { AUTO_AUTHOR_OFF } from './read-auto-author.js';
import { SIGNAL_MAP_CHANGED, SignalMapChanges } from './signal-map-changes.js';
import { SignalMaps } from './signal-maps.js';

/** The settings of a tenant that has never saved a map. */
const INITIAL: SignalMapView = { map: {}, ...AUTO_AUTHOR_OFF, version: 0, changedBy: null, changedAt: null };

@Injectable()
export class SignalMapService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly maps: SignalMaps,
    private readonly changes: SignalMapChanges,
    private readonly autoAuthor: AutoAuthorSwitch,
  ) {}

  read(): Promise<SignalMapView> {
    return this.database.inTenant(async (tx) => view(await tx.findOne(SignalMapSettings, {})));
  }

  /** Replaces what the body has, and keeps what it omits. Applies to signals that arrive after the response. */
  async replace(body: SignalMapBody, ifMatch: string | null): Promise<SignalMapView> {
    const map = body.map === undefined ? undefined : parseSignalMap(body.map);
    const { tenantId, actor } = this.scope.tenant;
    const saved = await this.database.inTenant(async (tx) => {
      // Ensures that there is a row to lock, also for concurrent requests that save the first map.
      await tx
        .createQueryBuilder(SignalMapSettings)
        .insert({ tenantId, version: INITIAL.version })
        .onConflict('tenantId')
        .ignore()
        .execute();
      const settings = await tx.findOneOrFail(SignalMapSettings, {}, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = view(settings);
      demandVersion(ifMatch, settings.version);
      tx.assign(settings, {
        map: map ?? settings.map,
        autoAuthor: body.autoAuthor ?? settings.autoAuthor,
        autoAuthorThreshold: body.autoAuthorThreshold ?? settings.autoAuthorThreshold,
        version: settings.version + 1,
        changedBy: actor,
      });
      audit(tx, {
        actor,
        action: 'signal_map.replaced',
        subject: { kind: 'signal_map', id: 'signal_map' },
        before: auditedOf(before),
        after: auditedOf(view(settings)),
      });
      await tx.flush();
      await this.changes.publish(tx, before, view(settings));
      await tx.execute(sql`select pg_notify(${SIGNAL_MAP_CHANGED}, ${tenantId})`);
      return view(settings);
    });
    await Promise.all([this.maps.refresh(tenantId), this.autoAuthor.refresh(tenantId)]);
    return saved;
  }
}

function view(settings: SignalMapSettings | null): SignalMapView {
  if (settings === null) return INITIAL;
  const { map, autoAuthor, autoAuthorThreshold, version, changedBy, updatedAt } = settings;
  const isSaved = version > INITIAL.version;
  return {
    map: { ...map },
    autoAuthor,
    autoAuthorThreshold,
    version,
    changedBy: changedBy ?? null,
    changedAt: isSaved ? updatedAt.toISOString() : null,
  };
}

/** An entry of the audit log has its own actor and time. */
function auditedOf({ map, autoAuthor, autoAuthorThreshold, version }: SignalMapView): object {
  return { map, autoAuthor, autoAuthorThreshold, version };
}
