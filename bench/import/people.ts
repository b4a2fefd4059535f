import { ids } from '#platform/database';

const SITES = 40;
const ROLES = ['Rigger', 'Welder', 'Nurse', 'Driver', 'Cleaner'];

/** The same people as a table for the engine, and as rows for COPY. */
export interface People {
  readonly csv: string;
  readonly copy: Buffer;
  /** By name. */
  readonly sites: ReadonlyMap<string, string>;
}

/** @param rows how many */
export function peopleOf(tenantId: string, rows: number): People {
  const sites = new Map(Array.from({ length: SITES }, (_, index) => [`Site ${index}`, ids.next()]));
  const people = Array.from({ length: rows }, (_, index) => [
    `W-${index}`,
    `worker.${index}@example.com`,
    `L-${index}`,
    `Worker Number ${index}`,
    `Site ${index % SITES}`,
    ROLES[index % ROLES.length] ?? '',
    'true',
  ]);
  const csv = ['externalWorkerId,email,learnerId,name,site,role,active', ...people.map((row) => row.join(','))].join(
    '\n',
  );
  const copy = people.map(([external, email, learner, name, site = '', role, active]) =>
    [tenantId, ids.next(), external, email, learner, name, sites.get(site), role, active].join('\t'),
  );
  return { csv, copy: Buffer.from(`${copy.join('\n')}\n`), sites };
}
