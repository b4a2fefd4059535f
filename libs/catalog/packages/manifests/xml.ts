import { create } from 'xmlbuilder2';
import type { ExpandObject } from 'xmlbuilder2/lib/interfaces.js';

/** XML 1.0 of an object, with `@` before the names of attributes. Characters that XML cannot hold become blanks. */
export function xmlOf(document: ExpandObject): string {
  return create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: ' ' }, document).end({
    prettyPrint: true,
  });
}
