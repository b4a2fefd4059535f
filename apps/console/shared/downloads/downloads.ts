import { useSyncExternalStore } from 'react';
import { problemOf } from '#client';
import { text } from '../text/text.js';
import { showToast } from '../ui/toasts.js';
import { NOTHING_YET, type Progress, nameOf, readFile } from './read-file.js';
import { saveFile } from './save-file.js';

/** A file that the engine makes. */
export interface Exported {
  /** With its filters. */
  readonly url: string;
  /** What it is, in words: `Readiness, CSV`. */
  readonly title: string;
  /** How many people it will have, if its rows are of people; null: unknown. */
  readonly people: number | null;
}

/** An export that is running or has failed. It is removed when the file is saved. */
export interface Download extends Exported {
  readonly progress: Progress;
  /** Null: it runs. */
  readonly error: unknown;
}

/** How often the progress is updated: a file arrives in thousands of chunks. */
const SHOWN_EVERY_MS = 100;

const watchers = new Set<() => void>();
const controllers = new Map<string, AbortController>();
let downloads: readonly Download[] = [];

/** All running exports, which continue while the person visits other pages. */
export function useDownloads(): readonly Download[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => downloads,
  );
}

export function isRunning({ error }: Download): boolean {
  return error === null;
}

/** Starts an export, unless the same one is running. A failed one is started again. */
export function startDownload(exported: Exported): void {
  const { url } = exported;
  if (controllers.has(url)) return;
  const controller = new AbortController();
  controllers.set(url, controller);
  put({ ...exported, progress: NOTHING_YET, error: null });
  void run(exported, controller.signal).finally(() => {
    if (controllers.get(url) === controller) controllers.delete(url);
    guard();
  });
  guard();
}

/** Cancels a running export, or removes a failed one. */
export function dropDownload(url: string): void {
  controllers.get(url)?.abort();
  controllers.delete(url);
  set(downloads.filter((one) => one.url !== url));
}

/** Called when another person signs in. */
export function dropAllDownloads(): void {
  for (const { url } of downloads) dropDownload(url);
}

async function run(exported: Exported, signal: AbortSignal): Promise<void> {
  let arrived = NOTHING_YET;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    if (!signal.aborted) put({ ...exported, progress: arrived, error: null });
  };
  try {
    const response = await fetch(exported.url, { signal });
    if (!response.ok) throw await problemOf(response);
    const file = await readFile(response, (progress) => {
      arrived = progress;
      timer ??= setTimeout(show, SHOWN_EVERY_MS);
    });
    clearTimeout(timer);
    if (signal.aborted) return;
    const name = nameOf(response);
    saveFile(file, name);
    set(downloads.filter(({ url }) => url !== exported.url));
    showToast(text.common.downloads.saved(name));
  } catch (error) {
    clearTimeout(timer);
    if (!signal.aborted) put({ ...exported, progress: NOTHING_YET, error });
  }
}

function put(download: Download): void {
  const others = downloads.filter(({ url }) => url !== download.url);
  const at = downloads.findIndex(({ url }) => url === download.url);
  set(at === -1 ? [...others, download] : others.toSpliced(at, 0, download));
}

function set(next: readonly Download[]): void {
  downloads = next;
  for (const watcher of watchers) watcher();
}

/** Makes the browser ask before it leaves the console while an export is running, because the file would be lost. */
function guard(): void {
  if (controllers.size > 0) window.addEventListener('beforeunload', stay);
  else window.removeEventListener('beforeunload', stay);
}

function stay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
