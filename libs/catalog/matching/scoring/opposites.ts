import { stem } from '../words/stem.js';

/** Words that stand in each other's place and make of a course another one; general English and Spanish. */
const PAIRS: ReadonlyArray<readonly [string, string]> = [
  ['under', 'over'], ['below', 'above'], ['low', 'high'], ['supported', 'suspended'], ['internal', 'external'], ['indoor', 'outdoor'], ['light', 'heavy'], ['manual', 'automatic'], ['fixed', 'mobile'], ['fixed', 'portable'],
  ['friable', 'nonfriable'], ['bonded', 'friable'], ['petrol', 'diesel'], ['rigid', 'articulated'], ['adult', 'child'], ['adult', 'paediatric'], ['day', 'night'], ['hot', 'cold'], ['inbound', 'outbound'], ['import', 'export'],
  ['theory', 'practical'], ['bajo', 'alto'], ['baja', 'alta'], ['interior', 'exterior'], ['load', 'unload'], ['erect', 'dismantle'], ['build', 'dismantle'], ['install', 'remove'], ['onshore', 'offshore'], ['air', 'sea'], ['road', 'rail'], ['road', 'air'], ['road', 'sea'],
];

const opposites = new Map<string, Set<string>>();
for (const [one, other] of PAIRS) {
  note(stem(one), stem(other));
  note(stem(other), stem(one));
}

function note(one: string, other: string): void {
  opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
}

/** Whether words of a topic stand against words of a course: "boom lift over 11 m" and "under 11 m". */
export function areOpposed(topic: readonly string[], course: readonly string[]): boolean {
  for (const one of topic) {
    const others = opposites.get(one);
    if (others !== undefined && course.some((word) => others.has(word))) return true;
  }
  return false;
}
