import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, Matches, ValidateIf } from 'class-validator';

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const STORABLE = /^[^\0\p{Cs}]*$/u;

const storable = (each: boolean): PropertyDecorator => Matches(STORABLE, { each, message: 'must be text that holds no NUL' });

/** Text of a body, trimmed; with `each` an array of them. */
export const Text = ({ each = false } = {}): PropertyDecorator =>
  applyDecorators(Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(trimmed) : trimmed(value))), storable(each));

/** Trimmed text of a body that may be left out, or cleared: blank counts as null. */
export const OptionalText = (): PropertyDecorator =>
  applyDecorators(Transform(({ value }: { value: unknown }) => (trimmed(value) === '' ? null : trimmed(value))), IsOptional(), storable(false));

/** A field that may be left out, but is not null where it is there. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_body: object, value: unknown) => value !== undefined);

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
