import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { Schemas } from '#client';
import { engine } from '../api/engine.js';
import { onLive } from '../live/live.js';

const POLICY = ['policy'];

/** The tenant's policy has the zone in which its days begin and end. */
export const policyQuery = queryOptions({
  queryKey: POLICY,
  queryFn: async ({ signal, client }): Promise<Schemas['ReadinessPolicyView']> => {
    const policy = await engine.getReadinessPolicy({ signal });
    const former = client.getQueryData<Schemas['ReadinessPolicyView']>(POLICY);
    // The days of all records are days of the new zone.
    if (former !== undefined && former.timeZone !== policy.timeZone)
      void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== POLICY[0] });
    return policy;
  },
  staleTime: 600_000,
});

/**
 * Reads the policy again when somebody has changed it: the stream then reports a change of readiness without naming the
 * people.
 */
export function followPolicy(client: QueryClient): void {
  onLive((kind, ids) => {
    if (kind === 'resync' || (kind === 'readiness' && ids === null))
      void client.invalidateQueries({ queryKey: POLICY });
  });
}

/** The tenant's time zone (IANA); UTC, the engine's default, until it is known. */
export function useZone(): string {
  return useQuery(policyQuery).data?.timeZone ?? 'UTC';
}
