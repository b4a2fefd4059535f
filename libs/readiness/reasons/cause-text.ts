import type { Cause } from '../rule/cause.js';
import type { Calendar } from '../rule/calendar.js';
import { dayOfCompletion } from '../rule/causes-at.js';
import type { CompletionTime } from '../rule/facts.js';
import { ago, ahead, writtenDay } from './dates.js';

/** What a text contains besides the cause. */
export interface TextContext {
  readonly calendar: Calendar;
  /** The instant that the board shows, in milliseconds since the epoch. */
  readonly at: number;
  /** Type of a need's latest signal, `near_miss`. */
  readonly type: string | null;
  /** The record in the source system. */
  readonly record: string | null;
  /** When the worker last completed the required course; null: never, or the cause is about something else. */
  readonly completion: CompletionTime | null;
}

/** The text of a cause, complete in itself: "WAH licence expired 12 days ago (HR-1043)". */
export function causeText(cause: Cause, context: TextContext): string {
  const text = statement(cause, context);
  return context.record === null ? text : `${text} (${context.record})`;
}

function statement({ kind, name, dueAt, since }: Cause, { calendar, at, type, completion }: TextContext): string {
  const today = calendar.dayOf(at);
  switch (kind) {
    case 'credential_expired':
      return `${name} expired ${ago(calendar.lastDayBefore(dueAt), today)}`;
    case 'credential_expiring': {
      const last = calendar.lastDayBefore(dueAt);
      return `${name} expires ${ahead(last, today)}, on ${writtenDay(last, today)}`;
    }
    case 'credential_missing':
      return `${name} is required and was never recorded${grace(dueAt, calendar, today)}`;
    case 'training_missing': {
      const missing = hasRunOut(completion, since)
        ? `, and the completion of ${writtenDay(dayOfCompletion(completion, calendar), today)} has run out`
        : ' and not completed';
      return `${name} is required${missing}${grace(dueAt, calendar, today)}`;
    }
    case 'onboarding_open':
      return `Onboarding step "${name}" is not done`;
    case 'assignment_overdue':
      return `${name} was due on ${writtenDay(calendar.lastDayBefore(dueAt), today)} and is not completed`;
    case 'need':
      return `${needName(name, type)}, reported ${ago(calendar.dayOf(since), today)}`;
  }
}

/** One that came after the cause began is not on the board yet. */
function hasRunOut(completion: CompletionTime | null, since: number): completion is CompletionTime {
  return completion !== null && completion.completedAt < since;
}

function grace(dueAt: number, calendar: Calendar, today: string): string {
  return dueAt === Infinity ? '' : `, with grace until ${writtenDay(calendar.lastDayBefore(dueAt), today)}`;
}

function needName(name: string, type: string | null): string {
  const words = inWords(type ?? 'need');
  return name === type ? words : `${words}: ${name}`;
}

/** `near_miss` → `Near miss`. */
function inWords(type: string): string {
  const words = type.replaceAll(/[_.-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
