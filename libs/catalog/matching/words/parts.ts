const DIGITS: ReadonlyMap<string, string> = new Map(
  Object.entries({ one: '1', two: '2', three: '3', four: '4', i: '1', ii: '2', iii: '3', iv: '4' }),
);
const NAMES: ReadonlyMap<string, string> = new Map([
  ['pt', 'part'],
  ['mod', 'module'],
]);
const PART =
  /(?<![\p{L}\p{N}])(part|pt|module|mod|phase)s?\.?[ -]?(\d{1,2}|one|two|three|four|i{1,3}|iv)(?![\p{L}\p{N}]|[.:/]\d)/giu;

/** Writes the parts of courses alike: "JHSC pt. 2", "Part Two" and "Part II" → "part 2". */
export function numberParts(text: string): string {
  return text.replaceAll(PART, (_whole, name: string, number: string) => {
    const [word, digit] = [name.toLowerCase(), number.toLowerCase()];
    return `${NAMES.get(word) ?? word} ${DIGITS.get(digit) ?? digit}`;
  });
}
