import { type Type, type ValidationError, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { type FieldError, Invalid } from './problem.js';

/** Parses bodies and queries into their DTO classes at the edge: unknown fields are refused by name, and all errors are told at once. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    ...RULES,
    transform: true,
    exceptionFactory: (errors) => new Invalid(fieldErrors(errors, '')),
  });
}

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** The fields of a DTO class, or what is wrong with them. */
export type ReadFields<Fields> = { readonly fields: Fields } | { readonly errors: readonly FieldError[] };

/** Reads what is no body of its own (a row of a file) as the pipe reads a body. */
export function readFields<Fields extends object>(Class: Type<Fields>, plain: object): ReadFields<Fields> {
  const fields = plainToInstance(Class, plain);
  const errors = fieldErrors(validateSync(fields, RULES), '');
  return errors.length > 0 ? { errors } : { fields };
}

function fieldErrors(errors: readonly ValidationError[], path: string): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}
