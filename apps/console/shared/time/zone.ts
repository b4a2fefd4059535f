import { queryOptions, useQuery } from '@tanstack/react-query';
import { engine } from '../api/engine.js';

/** The tenant's policy has the zone in which its days begin and end. */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => engine.getReadinessPolicy({ signal }),
  staleTime: 600_000,
});

/** The tenant's time zone (IANA); UTC, the engine's default, until it is known. */
export function useZone(): string {
  return useQuery(policyQuery).data?.timeZone ?? 'UTC';
}
