import { ArrayType } from '@mikro-orm/core';
import { sqlArray } from './sql-array.js';

/**
 * `text[]` with every text quoted. MikroORM 7.2 quotes only some and the JSON way: the text `null` is stored as no
 * text, and a line break beside a quote as the letter n.
 */
export class TextArrayType extends ArrayType {
  override convertToDatabaseValue(value: string[] | null): string | null {
    return value === null ? null : sqlArray(value);
  }
}
