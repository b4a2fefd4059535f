import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { isObject, parseJson } from './json.js';

/** The version in the package's package.json, which is as far from the sources as from what is compiled of them. */
export function ownVersion(): string {
  const file = findPackageJSON('.', import.meta.url);
  const manifest = file === undefined ? undefined : parseJson(readFileSync(file, 'utf8'));
  return isObject(manifest) && typeof manifest['version'] === 'string' ? manifest['version'] : 'of unknown version';
}
