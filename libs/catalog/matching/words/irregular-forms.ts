/**
 * Forms that no suffix rule reduces to one stem: irregular verbs of incident reports, and verbs whose noun has another
 * stem. Records write "collided with" and "fell from", courses and the vocabulary "collision" and "fall". Forms that
 * are also words of another meaning ("bit", "left", "found"), or say another thing ("fallen person"), are left out.
 */
const FORMS_OF: Readonly<Record<string, string>> = {
  bend: 'bent',
  bite: 'bitten',
  blockage: 'blocked blocking',
  bleed: 'bled',
  blow: 'blew blown',
  break: 'broke broken breakage breakages',
  burn: 'burnt',
  catch: 'caught',
  collision: 'collide collided collides colliding',
  complaint: 'complain complained complains complaining',
  corrosion: 'corrode corroded corrodes corroding',
  disclosure: 'disclose disclosed discloses disclosing',
  entry: 'enter entered enters entering entries',
  erosion: 'erode eroded erodes eroding',
  explosion: 'explode exploded explodes exploding',
  exposure: 'exposed exposing',
  fall: 'fell',
  fight: 'fought',
  forget: 'forgot forgotten',
  hang: 'hung',
  intrusion: 'intrude intruded intrudes intruding',
  leak: 'leakage leakages',
  sell: 'sold',
  shake: 'shook shaken',
  slide: 'slid',
  spill: 'spilt spillage spillages',
  spin: 'spun',
  steal: 'stole stolen',
  sting: 'stung',
  strike: 'struck',
  swing: 'swung',
  tear: 'tore torn',
  throw: 'threw thrown',
  wear: 'wore worn',
};

const baseOf: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMS_OF).flatMap(([base, forms]) => forms.split(' ').map((form) => [form, base] as const)),
);

/** The base of an irregular form: `fell` → `fall`, `collided` → `collision`. Other words stay as they are. */
export function withoutIrregularForm(word: string): string {
  return baseOf.get(word) ?? word;
}
