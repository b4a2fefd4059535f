import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import { stem } from '../words/stem.js';
import type { Match } from './match-units.js';

const OPERATOR = stem('operator');

/** Whether one of a topic and a name is awareness of what they share, and the other one is for its operators. */
export function onlyOneOperates(topic: ParsedName, name: ParsedName, matches: readonly Match[]): boolean {
  if (isAwareness(topic) === isAwareness(name)) return false;
  const [units, shared] = isAwareness(topic)
    ? [name.units, matches.map(({ course }) => course)]
    : [topic.units, matches.map((match) => match.topic)];
  return operates(units, shared);
}

const isAwareness = ({ level }: ParsedName): boolean => level?.text === 'awareness';

/** Whether a name is for operators of what it shares: not "noise, crane operator" if only noise is shared. */
function operates(units: readonly Unit[], shared: readonly Unit[]): boolean {
  return units.some((unit, at) => {
    if (!unit.stems.includes(OPERATOR)) return false;
    if (unit.kind !== 'person') return shared.includes(unit);
    const before = units[at - 1];
    return before !== undefined && before.segment === unit.segment && shared.includes(before);
  });
}
