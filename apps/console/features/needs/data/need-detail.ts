import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem, type Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { onLive } from '../../../shared/live/live.js';
import { text } from '../../../shared/text/text.js';

export type NeedDetail = Schemas['NeedDetail'];

function needQuery(id: string) {
  return queryOptions({
    queryKey: ['needs', 'one', id],
    queryFn: ({ signal }) => engine.getNeed({ path: { id }, signal }),
    staleTime: 5_000,
    // It would copy the exact numbers of events field by field.
    structuralSharing: false,
  });
}

/** One need with its signals, assignments and history, as it changes. */
export function useNeed(id: string) {
  const client = useQueryClient();
  useEffect(
    () =>
      onLive((kind, ids) => {
        const isOurs =
          (kind === 'need' && (ids === null || ids.includes(id))) || kind === 'assignment' || kind === 'resync';
        if (isOurs) void client.invalidateQueries({ queryKey: needQuery(id).queryKey });
      }),
    [client, id],
  );
  return useQuery(needQuery(id));
}

/** What is said of a need that could not be read. */
export function failureTitle(error: Error): string {
  const { gone, failed } = text.needs.drawer;
  return error instanceof ApiProblem && error.status === 404 ? gone : failed;
}
