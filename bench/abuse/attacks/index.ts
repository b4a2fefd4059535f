import type { Attack } from '../attack.js';
import { deepBodies } from './deep-bodies.js';
import { floods } from './floods.js';
import { halfSentBodies } from './half-sent-bodies.js';
import { headers } from './headers.js';
import { heldConnections } from './held-connections.js';
import { imports } from './imports.js';
import { inheritedNames } from './inherited-names.js';
import { largeEvents } from './large-events.js';
import { longTexts } from './long-texts.js';
import { manyElements } from './many-elements.js';
import { noAttack } from './no-attack.js';
import { oddTexts } from './odd-texts.js';
import { parallelCalls } from './parallel-calls.js';
import { scimFilters } from './scim-filters.js';
import { scimRequests } from './scim-requests.js';
import { webhookBodies } from './webhook-bodies.js';
import { wideBodies } from './wide-bodies.js';

/** All attacks, in order: those that leave work behind come last. */
const ATTACKS: readonly Attack[] = [
  noAttack,
  ...wideBodies,
  ...deepBodies,
  ...manyElements,
  ...longTexts,
  ...headers,
  ...webhookBodies,
  ...scimRequests,
  ...inheritedNames,
  ...scimFilters,
  ...halfSentBodies,
  ...heldConnections,
  ...imports,
  ...parallelCalls,
  ...floods,
  ...largeEvents,
  ...oddTexts,
];

/** All attacks, or those of the short form. */
export function attacksOf({ isFull }: { readonly isFull: boolean }): readonly Attack[] {
  return isFull ? ATTACKS : ATTACKS.filter(({ isVariant }) => isVariant !== true);
}
