import { MIB, bytesOfText } from '../bytes.js';
import { BoundedMemo } from './bounded-memo.js';
import { withoutIrregularForm } from './irregular-forms.js';
import { MAX_WORD_LENGTH } from './limits.js';

/** Rules that map British and American spellings to one form. Both sides are mapped, so the form need not be a word. */
const SPELLING_VARIANTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^mould/, 'mold'],
  [/^sulph/, 'sulf'],
  [/^manoeuv/, 'maneuv'],
  [/^tyre/, 'tire'],
  [/(?<=.{3})our(?=s|ed|ing|al|er)?/, 'or'],
  [/ys(?=e$|ed$|es$|ing$|er$)/, 'yz'],
  [/is(?=e$|ed$|es$|ing$|er$|ers$|ation$|ations$)/, 'iz'],
  [/(?<=[a-z])(?:ae|oe)(?=[a-z]{2})/, 'e'],
  [/^(?:ae|oe)(?!ro)/, 'e'],
  [/ll(?=ed$|ing$|er$|ers$|or$|ors$)/, 'l'],
  [/amme(?=s?$)/, 'am'],
  [/(?<=[a-z]{2})tre(?=s?$)/, 'ter'],
  [/enc(?=e$|es$)/, 'ens'],
  [/^suppl(?:y|ies|ied)$/, 'suppli'],
];

/**
 * Words that stay as they are, because their stem would equal that of a word with another meaning: a person and
 * personal, a medicine and medical, care and a car, hives and HIV.
 */
const KEPT_WHOLE: ReadonlySet<string> = new Set([
  'acls',
  'care',
  'caring',
  'hose',
  'core',
  'coring',
  'have',
  'having',
  'hive',
  'pose',
  'normal',
  'trimming',
  'secours',
  'twice',
  'bearing',
  'nappy',
  'nappies',
  'sire',
  'pals',
  'dols',
  'rops',
  'etcs',
  'sids',
  'antt',
  'femas',
  'rams',
  'naest',
  'lims',
  'wales',
  'pidd',
  'lows',
  'tows',
  'ride',
  'riding',
  'stressing',
  'hydrogenation',
  'ticketing',
  'programming',
  'programmer',
  'hazing',
  'mediation',
  'personal',
  'medication',
  'construction',
  'measures',
  'executive',
  'shipping',
  'communications',
  'leading',
  'backing',
  'housing',
  'meeting',
  'training',
  'university',
  'generation',
  'relation',
  'station',
  'terminal',
  'slinging',
  'stations',
  'nation',
  'ration',
  'notary',
  'accounting',
  'authentication',
  'booking',
  'coding',
  'customs',
  'delegate',
  'dictate',
  'dictated',
  'dictation',
  'dogging',
  'drafting',
  'drie',
  'file',
  'filing',
  'firing',
  'fishing',
  'glazing',
  'grinding',
  'grounding',
  'heating',
  'interment',
  'kitting',
  'lungeing',
  'marketing',
  'plating',
  'propping',
  'rendering',
  'securement',
  'showering',
  'signal',
  'skidding',
  'smoking',
  'specialling',
  'tube',
  'turning',
  'typing',
]);

/**
 * Suffixes in the order in which they are tried: the suffix, the letters that must remain, and the replacement.
 * Suffixes of people stay (inspector, trainer, welder), because a person is not the activity.
 */
const ENDINGS: ReadonlyArray<readonly [ending: string, left: number, instead: string]> = [
  ['ification', 2, 'ify'],
  ['ability', 3, 'abl'],
  ['ibility', 3, 'ibl'],
  ['icity', 4, 'ic'],
  ['izations', 4, ''],
  ['ization', 4, ''],
  ['ational', 4, ''],
  ['fulness', 4, ''],
  ['iveness', 4, ''],
  ['ations', 4, ''],
  ['ation', 4, ''],
  ['izing', 4, ''],
  ['izers', 4, ''],
  ['ized', 4, ''],
  ['izes', 4, ''],
  ['ating', 4, ''],
  ['ates', 4, ''],
  ['ated', 4, ''],
  ['ions', 4, ''],
  ['ings', 3, ''],
  ['ness', 4, ''],
  ['ment', 5, ''],
  ['ments', 5, ''],
  ['ical', 4, 'ic'],
  ['ies', 2, 'y'],
  ['ied', 2, 'y'],
  ['ers', 2, 'er'],
  ['ors', 2, 'or'],
  ['ing', 3, ''],
  ['ion', 4, ''],
  ['ive', 4, ''],
  ['ize', 4, ''],
  ['ate', 4, ''],
  ['ely', 4, ''],
  ['ous', 4, ''],
  ['ed', 3, ''],
  ['es', 3, ''],
  ['ly', 4, ''],
  ['al', 4, ''],
  ['s', 2, ''],
  ['e', 3, ''],
];

const remembered = new BoundedMemo(
  6 * MIB,
  (word) => (/\d/.test(word) ? word : (keptWhole(word) ?? ending(spelling(withoutIrregularForm(word))))),
  bytesOfText,
);

/**
 * Returns the stem of a normalised word: `energised`, `energize` → `energ`. Words with a digit and overlong words stay
 * as they are. It removes less than Porter's stemmer: names of courses are short, and a wrong merger costs more than a
 * missed one.
 */
export function stem(word: string): string {
  return word.length > MAX_WORD_LENGTH ? word : remembered.get(word);
}

/** Returns the word if it stays as it is, in the singular and the plural; else null. */
function keptWhole(word: string): string | null {
  if (KEPT_WHOLE.has(word)) return word;
  const one = word.endsWith('s') ? word.slice(0, -1) : word;
  return KEPT_WHOLE.has(one) ? one : null;
}

function spelling(word: string): string {
  return word.length < 4
    ? word
    : SPELLING_VARIANTS.reduce((spelt, [pattern, instead]) => spelt.replace(pattern, instead), word);
}

function ending(word: string): string {
  if (word.length <= 3 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  for (const [suffix, left, instead] of ENDINGS) {
    if (
      word.endsWith(suffix) &&
      word.length - suffix.length >= left &&
      /[aeiouy]/.test(word.slice(0, -suffix.length))
    ) {
      return undouble(`${word.slice(0, -suffix.length)}${instead}`);
    }
  }
  return undouble(word);
}

/**
 * Removes a doubled consonant (`planning` and `plan`) and a silent e, so that stems with and without a suffix are
 * equal.
 */
function undouble(stemmed: string): string {
  const single = stemmed.length > 3 && /([bdfgklmnprt])\1$/.test(stemmed) ? stemmed.slice(0, -1) : stemmed;
  return single.length > 3 && single.endsWith('e')
    ? single.slice(0, -1)
    : single.length > 3 && single.endsWith('y')
      ? `${single.slice(0, -1)}i`
      : single;
}
