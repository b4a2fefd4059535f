import { type Role, roleRefusal } from '../../shared/session/session.js';
import type { Action } from './search/needs-search.js';

const LEAST: Readonly<Record<Action, Role>> = { offer: 'admin', author: 'author', snooze: 'admin', dismiss: 'admin' };

/** Why a role may not act on needs; null: it may. */
export function refusals(role: Role): Readonly<Record<Action, string | null>> {
  const of = (action: Action): string | null => roleRefusal(role, LEAST[action]);
  return { offer: of('offer'), author: of('author'), snooze: of('snooze'), dismiss: of('dismiss') };
}
