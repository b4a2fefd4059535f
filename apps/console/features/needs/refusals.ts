import type { Schemas } from '#client';
import { type Role, roleRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { ACTIONS, type Action } from './search/needs-search.js';

type Status = Schemas['NeedView']['status'];
/** Why each action cannot be taken; null: it can. */
export type Refusals = Readonly<Record<Action, string | null>>;

const MIN_ROLE: Readonly<Record<Action, Role>> = {
  offer: 'admin',
  author: 'author',
  snooze: 'admin',
  dismiss: 'admin',
};

/** Why a role may not act on needs. */
export function refusals(role: Role): Refusals {
  const of = (action: Action): string | null => roleRefusal(role, MIN_ROLE[action]);
  return { offer: of('offer'), author: of('author'), snooze: of('snooze'), dismiss: of('dismiss') };
}

/** What cannot be done about a need in a status: somebody works on it already, or it is closed. */
const IMPOSSIBLE: Readonly<Record<Status, readonly Action[]>> = {
  open: [],
  snoozed: [],
  offered: ['author', 'snooze'],
  in_progress: ['author', 'snooze'],
  authoring: ['author', 'snooze'],
  completed: ACTIONS,
  dismissed: ACTIONS,
  resolved: ACTIONS,
};

/** Why a role may not act on a need in its status. */
export function refusalsOf(byRole: Refusals, status: Status): Refusals {
  const why = text.needs.notWhile(text.needs.statuses[status].toLowerCase());
  const impossible = IMPOSSIBLE[status].map((action) => [action, byRole[action] ?? why] as const);
  return { ...byRole, ...Object.fromEntries(impossible) };
}
