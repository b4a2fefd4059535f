import { type ArgumentMetadata, Injectable, type Type, type ValidationError, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { outlineOf, unknownField } from './dto-shape.js';
import { type FieldError, Invalid } from './problem.js';

const RULES = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  // The class of the object whose field is unknown: Nest leaves it out.
  validationError: { target: true },
};

/** The name that class-validator gives to the rule that an unknown field breaks. */
const NOT_WHITELISTED = 'whitelistValidation';

/** Rules about the type of a value. */
const TYPES: ReadonlySet<string> = new Set([
  'isArray',
  'isBoolean',
  'isDate',
  'isInt',
  'isNumber',
  'isObject',
  'isString',
]);

/** Rules that a value of another type breaks, too. */
const LIMITS: ReadonlySet<string> = new Set([
  'arrayMaxSize',
  'arrayMinSize',
  'isLength',
  'matches',
  'max',
  'maxDate',
  'maxLength',
  'min',
  'minDate',
  'minLength',
]);

/** A value with more unknown fields than this is refused without further validation. */
const MAX_UNKNOWN = 20;

/** The fields of a DTO class, or their errors. */
export type ReadFields<Fields> = { readonly fields: Fields } | { readonly errors: readonly FieldError[] };

/**
 * Parses bodies and queries into their DTO classes: unknown fields are refused by name, and all invalid fields are
 * reported together. The libraries get neither unknown fields nor the elements of arrays that are too long, because
 * their work grows with the square of both.
 */
@Injectable()
export class DtoPipe extends ValidationPipe {
  constructor() {
    super({ ...RULES, transform: true, exceptionFactory: (errors) => new Invalid(fieldErrors(errors, '')) });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype, type } = metadata;
    if (metatype === undefined || type === 'custom' || type === 'param') return super.transform(value, metadata);
    const { unknown, tooLong, known } = outlineOf(metatype, value, type === 'query' ? 'query parameter' : 'field');
    if (tooLong.length > 0 || unknown.length > MAX_UNKNOWN) throw new Invalid([...unknown, ...tooLong]);
    if (unknown.length === 0) return super.transform(value, metadata);
    await super.transform(known, metadata).catch((error: unknown) => {
      throw error instanceof Invalid ? new Invalid([...unknown, ...(error.errors ?? [])]) : error;
    });
    throw new Invalid(unknown);
  }
}

/** Validates a value that is no body, like a row of a file, as the pipe validates a body. */
export function readFields<Fields extends object>(Class: Type<Fields>, plain: object): ReadFields<Fields> {
  const { unknown, tooLong, known } = outlineOf(Class, plain);
  if (tooLong.length > 0 || unknown.length > MAX_UNKNOWN) return { errors: [...unknown, ...tooLong] };
  const fields = plainToInstance(Class, known);
  const errors = [...unknown, ...fieldErrors(validateSync(fields, RULES), '')];
  return errors.length > 0 ? { errors } : { fields };
}

function fieldErrors(errors: readonly ValidationError[], path: string): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = error.constraints === undefined ? [] : [{ field, message: brokenRule(error, error.constraints) }];
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

/**
 * The one rule to report of a value that breaks several: that it is missing, or has the wrong type, and otherwise the
 * first that is not a limit. A text that is no date also breaks the limits of dates, but reporting those would not
 * help.
 */
function brokenRule(error: ValidationError, constraints: Readonly<Record<string, string>>): string {
  const { property, target } = error;
  if (NOT_WHITELISTED in constraints) return unknownField(target?.constructor ?? Object, property);
  const value: unknown = error.value;
  if (value === undefined) return 'is required';
  if (value === null) return 'must not be null';
  const broken = Object.entries(constraints).toReversed();
  const [, message = 'is invalid'] =
    broken.find(([rule]) => TYPES.has(rule)) ?? broken.find(([rule]) => !LIMITS.has(rule)) ?? broken[0] ?? [];
  return withoutName(message, property);
}

/** class-validator's rules about lengths, in the words of the engine's own. */
const LENGTH_WORDS = [
  [/must be longer than or equal to 1 characters$/, 'must not be blank'],
  [/must be longer than or equal to (\d+) characters$/, 'must have at least $1 characters'],
  [/must be shorter than or equal to (\d+) characters$/, 'must have at most $1 characters'],
  [
    /must be longer than or equal to (\d+) and shorter than or equal to (\d+) characters$/,
    'must have $1 to $2 characters',
  ],
] as const;

/**
 * The libraries name the field in their sentences, "each value in topics must be …", which an error has beside its
 * rule.
 */
function withoutName(message: string, property: string): string {
  const rule = message.startsWith(`${property} `)
    ? message.slice(property.length + 1)
    : message.replace(`each value in ${property} `, 'each value ');
  return LENGTH_WORDS.reduce((stated, [pattern, words]) => stated.replace(pattern, words), rule);
}
