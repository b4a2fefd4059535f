import { useEffect, useRef } from 'react';
import { currentPrefs } from '../prefs/prefs.js';

/** Handlers by `KeyboardEvent.key`, with the prefix `Control+` if it is pressed; `g n` is two keys in a row. */
export type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/** How long the second key of a pair may take. */
const PAIR_MS = 1_000;

/**
 * Keys of a page. They have no effect while a dialog or menu is open; single letters have none while a person types, or
 * if they are switched off.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const isChord = event.ctrlKey || event.metaKey;
      if (!isChord && (isTyping(event.target) || isCovered())) return;
      const key = keyOf(event);
      const isLetter = !isChord && key.length === 1;
      if (isLetter && !currentPrefs().singleKeys) return;
      const pair = first !== null && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${key}` : null;
      first = !isChord && key === 'g' ? { key: 'g', at: event.timeStamp } : null;
      const name = isChord ? `Control+${key.toLowerCase()}` : key;
      const act = (pair === null ? undefined : current.current[pair]) ?? current.current[name];
      if (act === undefined) return;
      event.preventDefault();
      // A dialog that is left by the palette would lose what was entered; the browser's own action has no place,
      // either.
      if (!isCovered()) act(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** The key without Caps Lock; its Latin letter, if the keyboard writes another script. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  const latin = /^\P{ASCII}$/u.test(key) ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  const name = latin ?? key;
  if (name.length > 1) return name;
  return shiftKey ? name.toUpperCase() : name.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'))
  );
}

/** Whether a dialog or a menu covers the page, or is being opened. */
export function isCovered(): boolean {
  return document.querySelector('[role="dialog"][data-covers], [role="menu"]') !== null;
}
