import type { PreparedCourse } from '../library/prepared-library.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import { compare } from './compare-names.js';
import { type LibraryContext } from './library-context.js';
import { MIN_SLOTS, slotsFactor } from './slots.js';

/**
 * The similarity from which two texts have nearly the same meaning for embedding models. Below it they are only about
 * related things.
 */
const SAME_MEANING = 0.8;
/** A course that only its meaning suggests stays this far below the threshold. */
const SHOWN_MARGIN = 0.07;
const SHOWN_SHARE = 0.6;
/**
 * A course with nearly the same meaning, head word and setting is recommended, but scores less than one with equal
 * words.
 */
const BONUS_FACTOR = 0.5;

/** The minimum score of a course by its meaning, and the reason. */
interface MeaningScore {
  readonly score: number;
  readonly evidence: string;
}

/**
 * Scores a course whose title is near a topic in meaning. An embedding alone recommends nothing: if the topic's head
 * word is missing, or roles, settings or levels differ, the course is only shown.
 * @param threshold the score from which a course is recommended
 */
export function scoreByMeaning(
  topic: ParsedName,
  { names: [title] }: PreparedCourse,
  { similarity, threshold }: { readonly similarity: number; readonly threshold: number },
  context: LibraryContext,
): MeaningScore {
  const figure = similarity.toFixed(2);
  if (similarity >= SAME_MEANING && title !== undefined && headAndSettingAgree(topic, title.parsed, context)) {
    return {
      score: threshold + (similarity - SAME_MEANING) * BONUS_FACTOR,
      evidence: `means nearly the same (${figure})`,
    };
  }
  const evidence = similarity >= SAME_MEANING ? `means nearly the same (${figure})` : `is near in meaning (${figure})`;
  return { score: Math.min(threshold - SHOWN_MARGIN, similarity * SHOWN_SHARE), evidence };
}

/** The head word, the setting and all that tells kinds apart must agree; other words need not. */
function headAndSettingAgree(topic: ParsedName, title: ParsedName, context: LibraryContext): boolean {
  const { matches, missing, added, levelsDiffer, opposites } = compare(topic, title, context);
  const head = topic.units.filter(isSubject).at(-1);
  const hasHead = matches.some(
    (match) =>
      match.topic === head && (match.relation === 'same' || match.relation === 'alike' || match.relation === 'broader'),
  );
  return (
    hasHead &&
    !levelsDiffer &&
    opposites === null &&
    slotsFactor(topic, title) >= MIN_SLOTS &&
    ![...missing, ...added].some((unit) => tellsApart(unit, context))
  );
}

function isSubject({ kind }: Unit): boolean {
  return kind === 'subject' || kind === 'general subject' || kind === 'word';
}

function tellsApart({ kind, concepts }: Unit, { defaultSetting }: LibraryContext): boolean {
  return kind === 'role' || (kind === 'setting' && (defaultSetting === null || !concepts.includes(defaultSetting)));
}
