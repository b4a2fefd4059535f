import { queryOptions } from '@tanstack/react-query';
import type { Schemas } from '#client';
import { engine } from '../../shared/api/engine.js';
import { type Pages, usePages } from '../../shared/list/use-pages.js';
import type { LiveKind } from '../../shared/live/live.js';
import { useLiveQueries } from '../../shared/live/use-live-queries.js';
import { type DraftsSearch, STATUSES_OF } from './drafts-search.js';

export type Draft = Schemas['DraftView'];
export type DraftSummary = Schemas['DraftSummary'];
export type Lesson = Draft['lessons'][number];

/** The latest versions, of which one can be chosen. */
const VERSIONS = 100;
/** Comments of a page. */
const COMMENTS = 100;

export function useDrafts({ list = 'open', q }: DraftsSearch): Pages<DraftSummary> {
  const query = { status: STATUSES_OF[list], ...(q === undefined ? {} : { q }) };
  return usePages(['drafts', 'list', query], (page, signal) =>
    engine.listDrafts({ query: { ...query, ...page }, signal }),
  );
}

export const usageQuery = queryOptions({
  queryKey: ['drafts', 'usage'],
  queryFn: ({ signal }) => engine.getAuthoringUsage({ signal }),
});

export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ['drafts', 'one', id],
    queryFn: ({ signal }) => engine.getDraft({ path: { id }, signal }),
  });
}

/** The claims that need a source, each with the nearest passage of the tenant's documents. */
export function sourcesQuery(id: string) {
  return queryOptions({
    queryKey: ['drafts', 'sources', id],
    queryFn: ({ signal }) => engine.getDraftSources({ path: { id }, signal }),
  });
}

/** The latest versions, the newest first. */
export function versionsQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['drafts', 'versions', id, version],
    queryFn: ({ signal }) => engine.listDraftVersions({ path: { id }, query: { limit: VERSIONS }, signal }),
  });
}

/** One version, with what it changed. */
export function versionQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['drafts', 'version', id, version],
    queryFn: ({ signal }) => engine.getDraftVersion({ path: { id, version }, signal }),
  });
}

/** The oldest first. */
export function useComments(id: string): Pages<Schemas['CommentView']> {
  return usePages(
    ['drafts', 'comments', id],
    (page, signal) => engine.listComments({ path: { id }, query: page, signal }),
    COMMENTS,
  );
}

const KINDS: readonly LiveKind[] = ['draft'];

/** Reads drafts again after they changed, also while they are being written. */
export function useLiveDrafts(): void {
  useLiveQueries('drafts', KINDS);
}
