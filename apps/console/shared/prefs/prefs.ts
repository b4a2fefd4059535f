import { useSyncExternalStore } from 'react';

/** The preferences of a person in this browser. */
interface Prefs {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'compact' | 'comfortable';
  /** False: letters alone do nothing (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

const KEY = 'console.prefs';
const DEFAULTS: Prefs = { theme: 'system', density: 'compact', singleKeys: true };

const listeners = new Set<() => void>();
let prefs = stored();
show();
// What is chosen in another tab.
addEventListener('storage', ({ key }) => key === KEY && take(stored()));

export function usePrefs(): Prefs {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => prefs,
  );
}

export function currentPrefs(): Prefs {
  return prefs;
}

export function choose(changes: Partial<Prefs>): void {
  take({ ...prefs, ...changes });
  localStorage.setItem(KEY, JSON.stringify(prefs));
}

function take(chosen: Prefs): void {
  prefs = chosen;
  show();
  for (const listener of listeners) listener();
}

function stored(): Prefs {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...DEFAULTS, ...(typeof value === 'object' ? value : {}) };
  } catch {
    return DEFAULTS;
  }
}

/** The style sheets depend on attributes of the page. */
function show(): void {
  const { dataset } = document.documentElement;
  if (prefs.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = prefs.theme;
  dataset['density'] = prefs.density;
}
