import type { InputOf } from '#client';
import { words } from '../../shared/search/params.js';

type Status = NonNullable<NonNullable<InputOf<'listDrafts'>['query']>['status']>[number];

export const VIEWS = ['open', 'in_review', 'published', 'ended'] as const;
export type View = (typeof VIEWS)[number];

export const STATUSES_OF: Readonly<Record<View, readonly Status[]>> = {
  open: ['queued', 'drafting', 'ready', 'in_review', 'approved', 'rejected'],
  in_review: ['in_review'],
  published: ['published'],
  ended: ['failed', 'cancelled'],
};

export interface DraftsSearch {
  readonly list?: View | undefined;
  readonly q?: string | undefined;
}

export function draftsSearch({ list, q }: Record<string, unknown>): DraftsSearch {
  return {
    list: VIEWS.find((known) => known === list && known !== 'open'),
    q: words(q),
  };
}

/** The part of a draft that is shown: `about`, `quiz`, or the id of a lesson. */
export interface DraftSearch {
  readonly part?: string | undefined;
  readonly mode?: 'changes' | undefined;
}

export function draftSearch({ part, mode }: Record<string, unknown>): DraftSearch {
  return {
    part: typeof part === 'string' && part !== '' ? part.slice(0, 60) : undefined,
    mode: mode === 'changes' ? mode : undefined,
  };
}
