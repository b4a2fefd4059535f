import { useSyncExternalStore } from 'react';

/** Kinds of the engine's event stream that pages follow. */
const KINDS = [
  'need',
  'assignment',
  'operation',
  'draft',
  'course',
  'signal_map',
  'worker',
  'site',
  'group',
  'credential',
  'onboarding',
  'readiness',
] as const;
export type LiveKind = (typeof KINDS)[number] | 'resync';

/** Ids of what changed; null: many, or unknown. */
type Listener = (kind: LiveKind, ids: readonly string[] | null) => void;

export interface LiveState {
  readonly status: 'off' | 'connecting' | 'on';
  /** Since when it is not live. */
  readonly since: Date | null;
}

const STREAM = '/engine/v1/admin/events';
/** The delay after which a stream that the browser has given up is opened again. */
const RETRY_MS = 8_000;
/**
 * How long the stream of a tab that nobody sees stays open. Browsers open six connections to a site without HTTP/2:
 * with six streams, no further tab would load.
 */
const HIDDEN_MS = 10_000;

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
const refusalListeners = new Set<() => void>();
/** When the last event of each kind arrived, in milliseconds since 1970. */
const arrivals = new Map<LiveKind, number>();
let source: EventSource | null = null;
let retry: ReturnType<typeof setTimeout> | undefined;
let state: LiveState = { status: 'off', since: null };
/** Whether a page is shown that follows the stream. */
let isFollowed = false;
/** Since when nobody has seen the tab, so that it has no stream; null: it has one. */
let unseenSince: Date | null = null;
let hiding: ReturnType<typeof setTimeout> | undefined;

/**
 * Opens the stream, as soon as the tab is seen. The browser reconnects automatically, and then receives the events that
 * it missed; after a refusal, which ends the stream, and in a tab that was hidden, everything is read again.
 */
export function connectLive(): void {
  close();
  isFollowed = true;
  if (document.hidden) unseenSince ??= new Date();
  else open();
}

export function disconnectLive(): void {
  close();
  isFollowed = false;
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(hiding);
  if (!isFollowed) return;
  if (document.hidden)
    hiding = setTimeout(() => {
      close();
      unseenSince ??= new Date();
    }, HIDDEN_MS);
  else if (source === null) open();
});

function open(): void {
  set({ status: state.since === null ? 'connecting' : state.status, since: state.since });
  const stream = new EventSource(STREAM);
  source = stream;
  /** Opened for the first time: unlike one that the browser reconnects, it does not receive what was missed. */
  let isNew = true;
  stream.addEventListener('open', () => {
    const hasMissed = isNew && (state.since !== null || unseenSince !== null);
    isNew = false;
    unseenSince = null;
    set({ status: 'on', since: null });
    if (hasMissed) notify('resync', null);
  });
  stream.addEventListener('error', () => {
    set({ status: 'off', since: state.since ?? unseenSince ?? new Date() });
    if (stream.readyState !== EventSource.CLOSED) return;
    retry = setTimeout(connectLive, RETRY_MS);
    for (const listener of refusalListeners) listener();
  });
  for (const kind of [...KINDS, 'resync'] as const)
    stream.addEventListener(kind, ({ data }: MessageEvent<string>) => notify(kind, idsOf(data)));
}

function close(): void {
  clearTimeout(retry);
  clearTimeout(hiding);
  source?.close();
  source = null;
}

export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls a listener whenever the engine, or something before it, refuses the stream. */
export function onRefused(listener: () => void): () => void {
  refusalListeners.add(listener);
  return () => refusalListeners.delete(listener);
}

export function useLive(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}

/** When something of these kinds was changed last; 0: not since the page was loaded. */
export function lastChange(kinds: readonly LiveKind[]): number {
  return Math.max(...[...kinds, 'resync' as const].map((kind) => arrivals.get(kind) ?? 0));
}

function notify(kind: LiveKind, ids: readonly string[] | null): void {
  arrivals.set(kind, Date.now());
  for (const listener of listeners) listener(kind, ids);
}

function set(next: LiveState): void {
  state = next;
  for (const watcher of watchers) watcher();
}

function idsOf(data: string): readonly string[] | null {
  try {
    const payload: unknown = JSON.parse(data);
    if (typeof payload !== 'object' || payload === null || !('ids' in payload) || !Array.isArray(payload.ids))
      return null;
    return payload.ids.filter((id) => typeof id === 'string');
  } catch {
    return null;
  }
}
