import { ArrayType } from '@mikro-orm/core';

/**
 * `text[]` with every text quoted. MikroORM 7.2 quotes only some and the JSON way: the text `null` is stored as no
 * text, and a line break beside a quote as the letter n.
 */
export class TextArrayType extends ArrayType {
  override convertToDatabaseValue(value: string[] | null): string | null {
    return value === null
      ? null
      : `{${value.map((text) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
  }
}
