/** A boolean that Entra ID sends as text: `"True"`. Other values stay as they are. */
export function booleanOf(value: unknown): unknown {
  return typeof value === 'string' ? (BOOLEANS.get(value.toLowerCase()) ?? value) : value;
}

const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
]);
