import { type EntityClass, EntitySchema, MikroORM } from '@mikro-orm/core';
import type pg from 'pg';
import { markConnectErrors } from './connect-errors.js';
import { connectionParts } from './connection-parts.js';
import { EngineDriver } from './driver.js';
import { dropLostClients } from './drop-lost-clients.js';
import { NOTICES_LOST_PEERS } from './lost-peers.js';
import { renewReadOnlyClients } from './renew-read-only.js';
import { TENANT_FILTER, TenantEntityManager } from './tenant-entity-manager.js';

/**
 * How long a transaction waits for a connection, pooled or new. A request waits at most twice, the first time to
 * authenticate its caller, and answers 503 within two seconds, so that its client can retry. A longer wait would only
 * add load to an exhausted pool.
 */
const ACQUIRE_TIMEOUT_MS = 800;

/**
 * Whatever the time zone of the server, timestamps are read in UTC: in many time zones, those of the nineteenth century
 * and before have an offset with seconds, which JavaScript does not read.
 */
const IN_UTC = '-c timezone=UTC';

/** A class of entities, defined beside its feature. */
export type Entity = EntityClass<object>;

/**
 * Connects MikroORM as the given role. Entities are those of the libraries that the process wires together. Not by
 * `MikroORM.init`, which loads the extensions that it finds in node_modules, and a second MikroORM beside the bundled
 * one.
 */
export function connectOrm(url: string, entities: readonly Entity[], pool: { min: number; max: number }): MikroORM {
  const { driverOptions, ...parts } = connectionParts(url);
  return new MikroORM({
    driver: EngineDriver,
    entityManager: TenantEntityManager,
    ...parts,
    driverOptions: {
      ...driverOptions,
      ...NOTICES_LOST_PEERS,
      options: `${NOTICES_LOST_PEERS.options} ${IN_UTC}`,
      connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
      onPoolCreated: (created: pg.Pool) => {
        markConnectErrors(created);
        renewReadOnlyClients(created);
        dropLostClients(created);
      },
    },
    entities: [...entities],
    pool,
    filters: {
      [TENANT_FILTER]: {
        cond: ({ ids }: { ids: readonly string[] }) => ({ tenantId: { $in: ids } }),
        default: true,
        entity: entities.filter(isTenantOwned),
      },
    },
    discovery: { warnWhenNoEntities: false },
    sessionContext: 'transaction',
    allowGlobalContext: false,
  });
}

function isTenantOwned(entity: Entity): boolean {
  return 'tenantId' in (EntitySchema.REGISTRY.get(entity)?.meta.properties ?? {});
}
