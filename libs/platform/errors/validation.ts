import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, Invalid } from './problem.js';

/** Parses bodies and queries into their DTO classes at the edge: unknown fields are refused by name, and all errors are told at once. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => new Invalid(fieldErrors(errors, '')),
  });
}

function fieldErrors(errors: readonly ValidationError[], path: string): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}
