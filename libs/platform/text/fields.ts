import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, Matches, ValidateBy, ValidateIf, buildMessage, isEmail } from 'class-validator';
import { STORABLE, UNSTORABLE, isStorable } from './storable.js';

/** RFC 5321, section 4.5.3.1: 64 octets, an @ and 255 octets. */
const MAX_EMAIL_LENGTH = 320;

const storable = (each: boolean): PropertyDecorator =>
  Matches(STORABLE, {
    each,
    message: ({ value }: { value: unknown }) => (isText(value, each) ? UNSTORABLE : 'must be text'),
  });

function isText(value: unknown, each: boolean): boolean {
  const values: unknown[] = each && Array.isArray(value) ? value : [value];
  return values.every((one) => typeof one === 'string');
}

/** Text of a body or a query, trimmed; with `each` an array of them. */
export const Text = ({ each = false } = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(trimmed) : trimmed(value))),
    storable(each),
  );

/** Optional, trimmed text of a body; null or blank clears the field. */
export const OptionalText = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (trimmed(value) === '' ? null : trimmed(value))),
    IsOptional(),
    storable(false),
  );

/** Text of a body, not trimmed. */
export const RequiredVerbatimText = (): PropertyDecorator => storable(false);

/** Optional text of a body, not trimmed. */
export const VerbatimText = (): PropertyDecorator => applyDecorators(IsOptional(), storable(false));

/** An e-mail address. The library's decorator throws, instead of refusing, for a lone surrogate. */
export const Email = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEmail',
    validator: {
      validate: (value) =>
        typeof value === 'string' && value.length <= MAX_EMAIL_LENGTH && isStorable(value) && isEmail(value),
      defaultMessage: buildMessage((each) => `${each}$property must be an e-mail address`),
    },
  });

/**
 * Several values of a query in one text, separated by commas, or of a body in an array, where numbers stand for their
 * texts; validators with `each` check each value.
 */
export const CommaSeparated = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (Array.isArray(value)) return value.map(textOfNumber);
    const text = textOfNumber(value);
    return typeof text === 'string' ? text.split(',').map(trimmed) : text;
  });

function textOfNumber(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** An absolute address of the web, without credentials. */
export const WebAddress = (): PropertyDecorator =>
  ValidateBy({
    name: 'isWebAddress',
    validator: {
      validate: (value) => typeof value === 'string' && isWebAddress(value),
      defaultMessage: () => '$property must be an address that begins with https:// or http://',
    },
  });

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/**
 * An array of unique elements. Linear in their number; the library's decorator compares each with all.
 * @param by the compared value of an element
 */
export const Unique = (
  by: (element: unknown) => unknown = (element) => element,
  message = 'must not have a value twice',
): PropertyDecorator =>
  ValidateBy(
    {
      name: 'arrayUnique',
      validator: { validate: (value) => !Array.isArray(value) || new Set(value.map(by)).size === value.length },
    },
    { message },
  );

/** A field that may be omitted, but not be null. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_body: object, value: unknown) => value !== undefined);

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
