import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, Matches, ValidateBy, ValidateIf, buildMessage, isEmail } from 'class-validator';
import { STORABLE, UNSTORABLE, isStorable } from './storable.js';

/** RFC 5321, section 4.5.3.1: 64 octets, an @ and 255 octets. */
const LONGEST_EMAIL = 320;

const storable = (each: boolean): PropertyDecorator => Matches(STORABLE, { each, message: UNSTORABLE });

/** Text of a body or a query, trimmed; with `each` an array of them. */
export const Text = ({ each = false } = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(trimmed) : trimmed(value))),
    storable(each),
  );

/** Trimmed text of a body that may be left out, or cleared: blank counts as null. */
export const OptionalText = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (trimmed(value) === '' ? null : trimmed(value))),
    IsOptional(),
    storable(false),
  );

/** Text of a body as it was written, which may be left out or null. */
export const VerbatimText = (): PropertyDecorator => applyDecorators(IsOptional(), storable(false));

/** An e-mail address. The library's own decorator fails, rather than refuses, where it meets half a surrogate pair. */
export const Email = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEmail',
    validator: {
      validate: (value) =>
        typeof value === 'string' && value.length <= LONGEST_EMAIL && isStorable(value) && isEmail(value),
      defaultMessage: buildMessage((each) => `${each}$property must be an email`),
    },
  });

/** Several values of a query in one text, separated by commas; each is checked by validators with `each`. */
export const CommaSeparated = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').map(trimmed) : value));

/**
 * An array without two equal elements. Linear in their number; the library's own decorator compares each with all.
 * @param by what of an element is compared
 */
export const Unique = (
  by: (element: unknown) => unknown = (element) => element,
  message = "all $property's elements must be unique",
): PropertyDecorator =>
  ValidateBy(
    {
      name: 'arrayUnique',
      validator: { validate: (value) => !Array.isArray(value) || new Set(value.map(by)).size === value.length },
    },
    { message },
  );

/** A field that may be left out, but is not null where it is there. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_body: object, value: unknown) => value !== undefined);

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
