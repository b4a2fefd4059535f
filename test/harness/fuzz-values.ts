/** The keywords of a JSON schema that the generator supports. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export type Schemas = Readonly<Record<string, Schema>>;

/** How a value relates to its schema. */
export const MUTATIONS = ['valid', 'missing', 'wrong', 'extreme'] as const;
export type Mutation = (typeof MUTATIONS)[number];

const WRONG = [null, 0, -1, true, '', 'x', [], {}, [null], { a: { b: [] } }, 1e308, 'x'.repeat(300)] as const;
const EXTREME_TEXTS = [
  '\u0000',
  '\ud800',
  '😀',
  '9999-12-31T23:59:59.999Z',
  '0000-00-00',
  '%',
  "'--",
  '../..',
] as const;

/** Generates values for a schema from pseudo-random numbers: the same seed gives the same values. */
export class FuzzValues {
  constructor(
    private readonly schemas: Schemas,
    private state: number,
  ) {}

  /** A value that follows the schema, or breaks it in one place. */
  value(schema: Schema, mutation: Mutation): unknown {
    const valid = this.valid(schema, 0);
    if (mutation === 'valid' || typeof valid !== 'object' || valid === null || Array.isArray(valid))
      return mutation === 'valid' ? valid : this.broken(mutation, schema);
    const fields = Object.keys(valid);
    if (fields.length === 0) return mutation === 'missing' ? valid : this.pick(WRONG);
    const field = this.pick(fields);
    const { [field]: _left, ...others } = valid as Record<string, unknown>;
    return mutation === 'missing' ? others : { ...others, [field]: this.broken(mutation, this.fieldOf(schema, field)) };
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.next(choices.length)];
    if (choice === undefined && choices.length === 0) throw new Error('there is nothing to pick from');
    return choice as T;
  }

  private broken(mutation: Mutation, schema: Schema): unknown {
    if (mutation === 'missing') return undefined;
    if (mutation === 'wrong') return this.pick(WRONG);
    const { maxLength, minimum, maximum } = this.resolved(schema);
    return this.pick<unknown>([
      ...EXTREME_TEXTS,
      'x'.repeat(maxLength ?? 1_000),
      'x'.repeat((maxLength ?? 1_000) + 1),
      (maximum ?? 2_147_483_647) + 1,
      (minimum ?? -2_147_483_648) - 1,
      Array.from({ length: 1_001 }, () => 'x'),
    ]);
  }

  private fieldOf(schema: Schema, field: string): Schema {
    return this.resolved(schema).properties?.[field] ?? {};
  }

  private resolved(schema: Schema): Schema {
    const { $ref, oneOf, anyOf, allOf } = schema;
    if ($ref !== undefined) return this.resolved(this.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
    const choices = oneOf ?? anyOf;
    if (choices !== undefined) return this.resolved(this.pick(choices));
    if (allOf === undefined) return schema;
    const parts = [...allOf.map((part) => this.resolved(part)), { ...schema, allOf: undefined }];
    return {
      ...Object.assign({}, ...parts),
      required: parts.flatMap(({ required = [] }) => required),
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    };
  }

  private valid(given: Schema, depth: number): unknown {
    const schema = this.resolved(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return this.pick(schema.enum);
    const [type] = [schema.type].flat();
    if (type === 'string') return this.text(schema);
    if (type === 'boolean') return this.next(2) === 0;
    if (type === 'object') return this.fields(schema, depth);
    if (type === 'array') return this.elements(schema, depth);
    if (type === 'integer' || type === 'number')
      return Math.min(schema.maximum ?? 100, Math.max(schema.minimum ?? 0, this.next(100)));
    return null;
  }

  private elements({ minItems = 0, items = {} }: Schema, depth: number): unknown[] {
    const length = Math.max(minItems, depth > 3 ? 0 : this.next(3));
    return Array.from({ length }, () => this.valid(items, depth + 1));
  }

  private fields({ properties = {}, required = [] }: Schema, depth: number): object {
    const names = Object.keys(properties).filter((name) => required.includes(name) || this.next(2) === 0);
    return Object.fromEntries(names.map((name) => [name, this.valid(properties[name] ?? {}, depth + 1)]));
  }

  private text({ format, minLength = 1, maxLength = 40 }: Schema): string {
    if (format === 'email') return `fuzz${this.next(1_000)}@example.com`;
    if (format === 'date-time' || format === 'date') return '2999-01-01';
    if (format === 'uri') return 'https://example.com/';
    return `fuzz ${this.next(1_000)}`.padEnd(minLength, 'x').slice(0, maxLength);
  }

  /** Mulberry32: a number from 0 to `below` - 1. */
  private next(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  }
}
