import type { Unit } from '../parsing/parsed-name.js';
import { weightInCourse } from '../parsing/weights.js';
import { type LibraryContext, effectiveKind, rarityOf } from './library-context.js';

/** Units in another segment of the name ("… - Introduction to Field Leadership Part 4") count less. */
const OTHER_SEGMENT_FACTOR = 0.4;
/** Unknown words in another segment of the name: a provider, a regulation ("Forklift Operator (RTITB)"). */
const REMARK_FACTOR = 0.15;

/** Returns the share of a name that a topic asks for. @param asked the share of each unit of the name */
export function shareAskedFor(
  units: readonly Unit[],
  asked: ReadonlyMap<Unit, number>,
  context: LibraryContext,
): number {
  const partsAsked = new Set([...asked.keys()].map(({ segment }) => segment));
  let all = 0;
  let share = 0;
  for (const unit of units) {
    const elsewhere = !partsAsked.has(unit.segment) && unit.kind !== 'setting';
    const isRemark = elsewhere && unit.kind === 'word' && !context.vocabulary.stems.has(unit.joinedStems);
    const weight =
      weightInCourse(effectiveKind(unit, context), unit.kind === 'setting' ? 1 : rarityOf(unit, context)) *
      (isRemark ? REMARK_FACTOR : elsewhere ? OTHER_SEGMENT_FACTOR : 1);
    all += weight;
    share += weight * (asked.get(unit) ?? 0);
  }
  return all === 0 ? 0 : share / all;
}
