/** The same order on every machine, whatever its locale. */
export function byText(one, other) {
  return one < other ? -1 : Number(one > other);
}
