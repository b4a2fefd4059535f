/** A size that a name gives, in its unit: from 11 m without an end, or 20 t. */
export interface Size {
  readonly unit: 'm' | 'kg' | 'V';
  readonly from: number;
  readonly to: number;
  /** As in the name. */
  readonly text: string;
}

/** How many of the unit one of these is. */
const UNITS: ReadonlyMap<string, readonly [unit: Size['unit'], each: number]> = new Map(
  Object.entries<readonly [unit: Size['unit'], each: number]>({
    mm: ['m', 0.001],
    cm: ['m', 0.01],
    m: ['m', 1],
    ft: ['m', 0.3048],
    kg: ['kg', 1],
    lb: ['kg', 0.4536],
    t: ['kg', 1_000],
    v: ['V', 1],
    kv: ['V', 1_000],
  }),
);
const LONG_UNITS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:metres?|meters?|metros?|mtrs?)$/, 'm'],
  [/^(?:feet|foot)$/, 'ft'],
  [/^(?:tonnes?|tons?|toneladas?|tonnen|te)$/, 't'],
  [/^lbs$/, 'lb'],
  [/^(?:volts?|volt)$/, 'v'],
];
const UNDER = String.raw`not exceeding|no more than|up to|upto|under|below|less than|max\.?|<=?|≤|bis|unter|hasta|menos de|jusqu.?[aà]|moins de|fino a|tot|onder|do`;
const OVER = String.raw`over|above|more than|greater than|exceeding|>=?|≥|ab|über|uber|m[aá]s de|plus de|oltre|boven|superior a|powyżej|powyzej`;
const SIZE = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}])(?:(?<under>${UNDER})|(?<over>${OVER})) ?)?(?<![\p{L}\p{N}.,/:-])` +
    String.raw`(?<value>\d{1,5}(?:[.,]\d{1,3})?)[ -]?(?<unit>mm|cm|m|metres?|meters?|metros?|mtrs?|ft|feet|foot|kg|lbs?|te?|tonnes?|tons?|toneladas?|tonnen|k?v|volts?)` +
    String.raw`(?![\p{L}\p{N}])(?: ?(?<more>\+|(?:and|or) (?:over|above|more))| (?<less>(?:and|or) (?:under|below|less)))?`,
  'giu',
);

/** Returns the heights, lengths, weights and voltages of a text: "boom lift over 11 m", "trees up to 380mm", "20t". */
export function sizesIn(text: string): Size[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(SIZE)].flatMap(({ 0: whole, groups = {} }) => {
    const [unit, each] = unitOf(groups['unit'] ?? '') ?? [];
    if (unit === undefined || each === undefined) return [];
    const value = numberOf(groups['value'] ?? '') * each;
    const isLess = (groups['under'] ?? groups['less']) !== undefined;
    const isMore = (groups['over'] ?? groups['more']) !== undefined;
    return [
      {
        unit,
        from: isLess ? 0 : value,
        to: isMore ? Number.POSITIVE_INFINITY : value,
        text: whole.trim().toLowerCase(),
      },
    ];
  });
}

/** Whether two lists have sizes in one unit, and none in common: over 11 m and under 11 m, 20 t and under 10 t. */
export function sizesDiffer(one: readonly Size[], other: readonly Size[]): boolean {
  const comparable = one.filter(({ unit }) => other.some((theirs) => theirs.unit === unit));
  return comparable.length > 0 && !comparable.some((mine) => other.some((theirs) => overlap(mine, theirs)));
}

/** "Under 11 m" and "over 11 m" only touch, but "11 m" belongs to both. */
function overlap(one: Size, other: Size): boolean {
  if (one.unit !== other.unit) return false;
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return from < to || (from === to && (one.from === one.to || other.from === other.to));
}

function unitOf(written: string): readonly [unit: Size['unit'], each: number] | undefined {
  const word = written.toLowerCase();
  return UNITS.get(LONG_UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? word);
}

/** "1,000" and "1.000" are a thousand, "1,5" and "1.5" one and a half. */
function numberOf(written: string): number {
  return Number(/[.,]\d{3}$/.test(written) ? written.replace(/[.,]/, '') : written.replace(',', '.'));
}
