import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { isObject, parseJson } from './json.js';

/** The version in package.json, which has the same relative path from the sources and from the compiled files. */
export function ownVersion(): string {
  const file = findPackageJSON('.', import.meta.url);
  const manifest = file === undefined ? undefined : parseJson(readFileSync(file, 'utf8'));
  return isObject(manifest) && typeof manifest['version'] === 'string' ? manifest['version'] : 'of unknown version';
}
