import type { Type } from '@nestjs/common';
import { ARRAY_MAX_SIZE, getMetadataStorage } from 'class-validator';
import type { FieldError } from './problem.js';

/** The fields of a DTO class, each with its maximum length if it is an array. */
type Shape = ReadonlyMap<string, number>;

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

/** Compares a value with the fields of its DTO class. Linear in the number of fields. */
export function outlineOf(Class: Type, value: unknown): Outline {
  const shape = shapeOf(Class);
  if (typeof value !== 'object' || value === null || shape.size === 0)
    return { unknown: [], tooLong: [], known: value };
  const unknown: FieldError[] = [];
  const tooLong: FieldError[] = [];
  const known: Record<string, unknown> = {};
  for (const [field, content] of Object.entries(value)) {
    const most = shape.get(field);
    if (most === undefined) unknown.push({ field, message: `property ${field} should not exist` });
    else known[field] = content;
    if (most !== undefined && Array.isArray(content) && content.length > most)
      tooLong.push({ field, message: `${field} must contain no more than ${most} elements` });
  }
  return { unknown, tooLong, known: unknown.length === 0 ? value : known };
}

/** Empty if the class is no DTO class. */
function shapeOf(Class: Type): Shape {
  const cached = shapes.get(Class);
  if (cached !== undefined) return cached;
  const shape = new Map<string, number>();
  for (const { propertyName, name, constraints } of getMetadataStorage().getTargetValidationMetadatas(
    Class,
    '',
    false,
    false,
  )) {
    const most: unknown = name === ARRAY_MAX_SIZE ? constraints[0] : undefined;
    shape.set(propertyName, Math.min(shape.get(propertyName) ?? Infinity, typeof most === 'number' ? most : Infinity));
  }
  shapes.set(Class, shape);
  return shape;
}
