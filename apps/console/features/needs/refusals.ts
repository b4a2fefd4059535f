import type { Schemas } from '#client';
import { type Role, roleRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import type { Action } from './search/needs-search.js';

type Status = Schemas['NeedView']['status'];
/** Why each action cannot be taken; null: it can. */
export type Refusals = Readonly<Record<Action, string | null>>;

const LEAST: Readonly<Record<Action, Role>> = { offer: 'admin', author: 'author', snooze: 'admin', dismiss: 'admin' };

/** Why a role may not act on needs. */
export function refusals(role: Role): Refusals {
  const of = (action: Action): string | null => roleRefusal(role, LEAST[action]);
  return { offer: of('offer'), author: of('author'), snooze: of('snooze'), dismiss: of('dismiss') };
}

/** Statuses of needs on which somebody works already: they cannot be authored or snoozed. */
const UNDER_WAY: readonly Status[] = ['offered', 'in_progress', 'authoring'];

/** Why a role may not act on a need in its status. */
export function refusalsOf(byRole: Refusals, status: Status): Refusals {
  if (!UNDER_WAY.includes(status)) return byRole;
  const underWay = text.needs.notWhile(text.needs.statuses[status].toLowerCase());
  return { ...byRole, author: byRole.author ?? underWay, snooze: byRole.snooze ?? underWay };
}
