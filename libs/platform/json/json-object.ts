/** A JSON object from outside, whose values are not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a JSON object; none if the value is something else. */
export function jsonFields(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
