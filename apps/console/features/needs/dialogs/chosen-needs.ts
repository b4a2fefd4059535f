import type { InputOf } from '#client';
import type { Need } from '../data/needs-list.js';

/** What a dialog acts on: one need, or those that are selected. */
export type Chosen =
  | { readonly kind: 'one'; readonly need: Need }
  | { readonly kind: 'many'; readonly ids: readonly string[]; readonly onDone: () => void }
  | {
      readonly kind: 'query';
      readonly filter: NonNullable<InputOf<'startBulk'>['body']['filter']>;
      readonly ids: readonly string[];
      readonly onDone: () => void;
    };

export type Many = Exclude<Chosen, { kind: 'one' }>;

/** How many needs are selected; null: the engine counts those that match the filters. */
export function sizeOf(chosen: Many): number | null {
  return chosen.kind === 'many' ? chosen.ids.length : null;
}

/** The selection as parameters of a bulk call. */
export function selectionOf(chosen: Many): Pick<InputOf<'startBulk'>['body'], 'ids' | 'filter'> {
  return chosen.kind === 'many' ? { ids: chosen.ids } : { filter: chosen.filter };
}
