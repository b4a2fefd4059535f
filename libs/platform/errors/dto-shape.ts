import type { Type } from '@nestjs/common';
import { ARRAY_MAX_SIZE, getMetadataStorage } from 'class-validator';
import { nearestName } from '../text/index.js';
import type { FieldError } from './problem.js';

/** A DTO class. */
type DtoClass = object['constructor'];

/** The fields of a DTO class. */
interface Shape {
  /** The maximum length of each field, if it is an array. */
  readonly lengths: ReadonlyMap<string, number>;
  /** The names of its fields. */
  readonly names: readonly string[];
}

/** The differences between a value and its DTO class. */
export interface Outline {
  /** Fields that the class does not have. */
  readonly unknown: readonly FieldError[];
  /** Arrays with too many elements. */
  readonly tooLong: readonly FieldError[];
  /** The value without its unknown fields. */
  readonly known: unknown;
}

const shapes = new WeakMap<object, Shape>();

/** How an error message calls a part of the request. */
export type Part = 'field' | 'query parameter';

/** Compares a value with the fields of its DTO class. Linear in the number of fields. */
export function outlineOf(Class: Type, value: unknown, part: Part = 'field'): Outline {
  const { lengths } = shapeOf(Class);
  if (typeof value !== 'object' || value === null || lengths.size === 0)
    return { unknown: [], tooLong: [], known: value };
  const unknown: FieldError[] = [];
  const tooLong: FieldError[] = [];
  const known: Record<string, unknown> = {};
  for (const [field, content] of Object.entries(value)) {
    const most = lengths.get(field);
    if (most === undefined) unknown.push({ field, message: unknownField(Class, field, part) });
    else known[field] = content;
    if (most !== undefined && Array.isArray(content) && content.length > most)
      tooLong.push({ field, message: `must contain no more than ${most} elements` });
  }
  return { unknown, tooLong, known: unknown.length === 0 ? value : known };
}

/** Longer names are not compared with the fields. */
const MAX_NAME_LENGTH = 64;

/** The rule that an unknown field breaks, with the field of the class that was probably meant. */
export function unknownField(Class: DtoClass, field: string, part: Part = 'field'): string {
  return unknownMessage(part, field, shapeOf(Class).names);
}

/** The rule that an unknown name breaks, with the known one that was probably meant. */
export function unknownMessage(part: Part, name: string, known: readonly string[]): string {
  const meant = meantName(name, known);
  const rule = `is not a ${part} of this request`;
  return meant === undefined ? rule : `${rule}: did you mean ${meant}?`;
}

/** The known name that was probably meant; undefined: there is none. */
export function meantName(name: string, known: readonly string[]): string | undefined {
  return name.length > MAX_NAME_LENGTH ? undefined : nearestName(name, known);
}

/** The names of a DTO class's fields; empty: the class is no DTO class. */
export function fieldsOf(Class: DtoClass): readonly string[] {
  return shapeOf(Class).names;
}

/** Empty if the class is no DTO class. */
function shapeOf(Class: DtoClass): Shape {
  const cached = shapes.get(Class);
  if (cached !== undefined) return cached;
  const lengths = new Map<string, number>();
  for (const { propertyName, name, constraints } of getMetadataStorage().getTargetValidationMetadatas(
    Class,
    '',
    false,
    false,
  )) {
    const most: unknown = name === ARRAY_MAX_SIZE ? constraints[0] : undefined;
    lengths.set(
      propertyName,
      Math.min(lengths.get(propertyName) ?? Infinity, typeof most === 'number' ? most : Infinity),
    );
  }
  const shape = { lengths, names: [...lengths.keys()] };
  shapes.set(Class, shape);
  return shape;
}
