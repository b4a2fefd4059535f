/** A JSON object from outside. */
export type Json = Readonly<Record<string, unknown>>;

/** A required field of a response is missing. */
export class ShapeError extends Error {}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a JSON text, or undefined if it is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Readers of a response's fields. Each throws a {@link ShapeError} that names the field. */
export function fieldsOf(value: unknown): Fields {
  if (!isObject(value)) throw new ShapeError('is no JSON object');
  return new Fields(value);
}

/** See {@link fieldsOf}. */
export class Fields {
  constructor(private readonly json: Json) {}

  text(name: string): string {
    const value = this.json[name];
    return typeof value === 'string' ? value : fail(name, 'text');
  }

  textOrNull(name: string): string | null {
    return this.json[name] === null ? null : this.text(name);
  }

  number(name: string): number {
    const value = this.json[name];
    return typeof value === 'number' ? value : fail(name, 'a number');
  }

  numberOrNull(name: string): number | null {
    return this.json[name] === null ? null : this.number(name);
  }

  list(name: string): readonly unknown[] {
    const value = this.json[name];
    return Array.isArray(value) ? value : fail(name, 'a list');
  }

  object(name: string): unknown {
    return this.json[name];
  }
}

function fail(name: string, wanted: string): never {
  throw new ShapeError(`has no ${name} that is ${wanted}`);
}
