import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';

type Entry = Schemas['NeedHistory'];

/** What was done, as the rest of a sentence about who did it. */
export function actionText({ action, before, after }: Entry): string {
  const { actions, draftEnds, other, changed } = text.needs.history;
  const known: Readonly<Record<string, string>> = actions;
  const ends: Readonly<Record<string, string>> = draftEnds;
  const done = ends[String(after?.['reason'])] ?? known[action] ?? other(action.replaceAll(/[._]/g, ' '));
  const status = after?.['status'];
  const was = before?.['status'];
  const note = after?.['note'];
  const parts = [
    typeof status === 'string' && typeof was === 'string' && status !== was ? changed(was, status) : null,
    typeof note === 'string' && note !== '' ? `“${note}”` : null,
  ].filter((words) => words !== null);
  return parts.length > 0 ? `${done}: ${parts.join(', ')}` : done;
}
