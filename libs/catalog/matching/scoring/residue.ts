import { conceptKey } from '../library/index-keys.js';
import type { Unit } from '../parsing/parsed-name.js';
import type { LibraryContext } from './library-context.js';
import type { UnitSimilarity } from './compare-units.js';
import { isParticiple } from '../words/participles.js';

/**
 * The share of its weight that a missing unit of a topic keeps. A topic names more than its subject: a site, a
 * department, the record that it comes from. What neither a course nor the vocabulary knows says little against a
 * course, and less if it is in another segment. In English a word before the subject narrows it ("juice HACCP"), and
 * one after it rarely does.
 */
interface Shares {
  /** In another segment than all that the course has: "BLS - Ward 7". */
  readonly apart: number;
  readonly after: number;
  readonly before: number;
}

/** In neither the library nor the vocabulary. */
const UNKNOWN: Shares = { apart: 0.08, after: 0.2, before: 0.5 };
/** In the vocabulary, but no course mentions it. */
const NOT_IN_LIBRARY: Shares = { apart: 0.3, after: 0.6, before: 1 };
/** Another course mentions it. */
const IN_LIBRARY: Shares = { apart: 0.6, after: 1, before: 1 };
/** The course is on the thing, and not on what happened with it: "grinder kickback" and "Abrasive wheels". */
const MECHANISM_SHARE = 0.25;
/**
 * Another course is on what prevents it, and more likely the right one: "telehandler touched overhead line", with a
 * course on telehandlers and one on overhead lines.
 */
const ANSWERED_MECHANISM_SHARE = 1;
/** The course prevents what happened; with which thing, and where, says little: "finger trapped in mixer". */
const THING_SHARE = 0.2;
/** One of several things or places: "needlestick in theatre 3", "extinguisher missing, bus 304". */
const ONE_OF_SEVERAL_SHARE = 0.08;
const MAY_BE_NUMBERED: ReadonlySet<Unit['kind']> = new Set(['word', 'setting', 'common setting']);
/** Up to this share a missing unit does not count against a course. */
export const NEUTRAL_SHARE = 0.65;

/** A unit of a topic and what a name has of it. */
interface Found {
  readonly unit: Unit;
  readonly match: Pick<UnitSimilarity, 'relation'> | null;
}

/** Returns the share of each unit, by its position in the topic. */
export function residueShares(found: readonly Found[], context: LibraryContext): number[] {
  const matched = found.map(({ unit, match }) => match !== null && hasMeaning(unit));
  const first = matched.indexOf(true);
  if (first === -1) return found.map(() => 1);
  const segments = new Set(found.filter((_, index) => matched[index]).map(({ unit }) => unit.segment));
  const isPrevented = found.some(({ match }) => match?.relation === 'trained by');
  return found.map(({ unit }, index) => {
    if (!hasMeaning(unit) || unit.kind === 'role') return 1;
    if (unit.kind === 'mechanism') return isAnswered(unit, context) ? ANSWERED_MECHANISM_SHARE : MECHANISM_SHARE;
    if (index > first && isOneOfSeveral(unit, found[index + 1]?.unit)) return ONE_OF_SEVERAL_SHARE;
    const shares = sharesOf(unit, isPrevented, context);
    if (isPrevented && (shares !== IN_LIBRARY || unit.kind === 'setting')) return THING_SHARE;
    if (!segments.has(unit.segment)) return shares.apart;
    return index < first ? shares.before : shares.after;
  });
}

/** Whether the unit after a word is its number. */
function isOneOfSeveral({ kind, stems, segment }: Unit, next: Unit | undefined): boolean {
  return MAY_BE_NUMBERED.has(kind) && stems.length === 1 && next?.segment === segment && /^\d+$/.test(next.joinedStems);
}

/** Whether a course of the library answers a mechanism. */
function isAnswered({ concepts }: Unit, context: LibraryContext): boolean {
  return concepts.some((id) =>
    [...context.vocabulary.controls(id)].some((control) => context.isMentioned(conceptKey(control))),
  );
}

function hasMeaning({ kind }: Unit): boolean {
  return kind !== 'filler' && kind !== 'person' && kind !== 'circumstance';
}

function sharesOf({ kind, concepts, stems, text }: Unit, isPrevented: boolean, context: LibraryContext): Shares {
  const keys = [...concepts.map(conceptKey), ...stems];
  // Another action makes another course, whether or not the library has it, unless it tells what happened as well.
  const isCourse = kind === 'action' && !(isPrevented && isParticiple(text));
  if (isCourse || keys.some((key) => context.isMentioned(key))) return IN_LIBRARY;
  const isKnown = concepts.length > 0 || stems.some((stemmed) => context.vocabulary.stems.has(stemmed));
  return isKnown ? NOT_IN_LIBRARY : UNKNOWN;
}
