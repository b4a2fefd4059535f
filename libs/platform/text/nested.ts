import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';

/** An object of a body, whose fields are validated by the class that `type` returns. */
export const Nested = (type: () => new () => object): PropertyDecorator =>
  applyDecorators(Type(type), ValidateNested(), IsObject());

/** An array of objects, whose fields are validated by the class that `type` returns. */
export const NestedList = (
  type: () => new () => object,
  { min = 0, max }: { readonly min?: number; readonly max: number },
): PropertyDecorator =>
  applyDecorators(
    Type(type),
    ValidateNested({ each: true }),
    IsObject({ each: true }),
    ArrayMaxSize(max),
    ...(min > 0 ? [ArrayMinSize(min)] : []),
    IsArray(),
  );
