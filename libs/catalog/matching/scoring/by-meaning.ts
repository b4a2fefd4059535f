import type { PreparedCourse } from '../library/prepared-library.js';
import type { Reading, Unit } from '../reading/reading.js';
import { type Measures, compare } from './compare.js';

/** From here on two texts mean nearly the same, as embedding models have it; below, they only speak of like things. */
const NEARLY_THE_SAME = 0.8;
/** What is near in meaning alone stays so far below the threshold. */
const SHOWN_BELOW = 0.07;
const SHOWN_SHARE = 0.6;
/**
 * What is nearly the same and agrees in its head word and setting is recommended, though never for as much as what is
 * equal in words.
 */
const BEYOND = 0.5;

/** How a course counts by its meaning: at least this score, for this reason. */
interface MeaningScore {
  readonly score: number;
  readonly evidence: string;
}

/**
 * What it is worth that a course's title is near a topic in meaning. An embedding alone recommends nothing: where the
 * topic's head word is missing, or the roles, settings or levels differ, the course is only shown.
 */
export function byMeaning(
  topic: Reading,
  { names: [title] }: PreparedCourse,
  likeness: number,
  measures: Measures,
  threshold: number,
): MeaningScore {
  const figure = likeness.toFixed(2);
  if (likeness >= NEARLY_THE_SAME && title !== undefined && agree(topic, title.reading, measures)) {
    return { score: threshold + (likeness - NEARLY_THE_SAME) * BEYOND, evidence: `means nearly the same (${figure})` };
  }
  const evidence = likeness >= NEARLY_THE_SAME ? `means nearly the same (${figure})` : `is near in meaning (${figure})`;
  return { score: Math.min(threshold - SHOWN_BELOW, likeness * SHOWN_SHARE), evidence };
}

/** The head word and the setting must agree, whatever else the two say. */
function agree(topic: Reading, title: Reading, measures: Measures): boolean {
  const { matches, missing, added, levelsDiffer, opposed } = compare(topic, title, measures);
  const head = topic.units.filter(isAbout).at(-1);
  const hasHead = matches.some(
    (match) => match.topic === head && (match.how === 'same' || match.how === 'alike' || match.how === 'broader'),
  );
  return (
    hasHead && !levelsDiffer && opposed === null && ![...missing, ...added].some((unit) => setsApart(unit, measures))
  );
}

function isAbout({ kind }: Unit): boolean {
  return kind === 'subject' || kind === 'general subject' || kind === 'word';
}

function setsApart({ kind, concepts }: Unit, { home }: Measures): boolean {
  return kind === 'role' || (kind === 'setting' && (home === null || !concepts.includes(home)));
}
