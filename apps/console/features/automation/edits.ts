import type { Schemas } from '#client';

export type Defaults = Schemas['SignalDefaultsView'];

/** The map and the switch as a person edits them. */
export interface Edited {
  readonly map: Readonly<Record<string, Defaults>>;
  readonly autoAuthor: boolean;
  readonly autoAuthorThreshold: number;
}

export type RowState = 'same' | 'edited' | 'added' | 'removed';

export function editedOf({ map, autoAuthor, autoAuthorThreshold }: Schemas['SignalMapView']): Edited {
  return { map, autoAuthor, autoAuthorThreshold };
}

/** How a type differs from what is saved. */
export function rowState(saved: Edited, edited: Edited, type: string): RowState {
  const before = saved.map[type];
  const after = edited.map[type];
  if (after === undefined) return 'removed';
  if (before === undefined) return 'added';
  return same(before, after) ? 'same' : 'edited';
}

/** The number of changed types, plus one if the auto-author switch has changed. */
export function changeCount(saved: Edited, edited: Edited): number {
  const types = new Set([...Object.keys(saved.map), ...Object.keys(edited.map)]);
  const changed = [...types].filter((type) => rowState(saved, edited, type) !== 'same').length;
  const isAuto = saved.autoAuthor !== edited.autoAuthor || saved.autoAuthorThreshold !== edited.autoAuthorThreshold;
  return changed + (isAuto ? 1 : 0);
}

export function withType(edited: Edited, type: string, defaults: Defaults): Edited {
  const clean = Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined && value !== ''));
  return { ...edited, map: { ...edited.map, [type]: clean } };
}

export function withoutType(edited: Edited, type: string): Edited {
  return { ...edited, map: Object.fromEntries(Object.entries(edited.map).filter(([one]) => one !== type)) };
}

/**
 * Applies a person's edits of an earlier state to the current one. Where both changed the same, the person's edit wins.
 */
export function rebased(former: Edited, edited: Edited, current: Edited): Edited {
  let map = current;
  for (const type of new Set([...Object.keys(former.map), ...Object.keys(edited.map)])) {
    const state = rowState(former, edited, type);
    const defaults = edited.map[type];
    if (state === 'removed') map = withoutType(map, type);
    else if (state !== 'same' && defaults !== undefined) map = withType(map, type, defaults);
  }
  return {
    map: map.map,
    autoAuthor: former.autoAuthor === edited.autoAuthor ? current.autoAuthor : edited.autoAuthor,
    autoAuthorThreshold:
      former.autoAuthorThreshold === edited.autoAuthorThreshold
        ? current.autoAuthorThreshold
        : edited.autoAuthorThreshold,
  };
}

function same(one: Defaults, other: Defaults): boolean {
  return (['action', 'topic', 'category', 'severity'] as const).every((field) => one[field] === other[field]);
}
