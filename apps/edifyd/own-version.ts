import { existsSync, readFileSync } from 'node:fs';
import { isObject, parseJson } from './json.js';

/**
 * The version in the nearest package.json. Not found by `findPackageJSON` of node:module, with which the program would
 * not load on a Node that lacks it, and could not say that it needs a newer one (`edifyd doctor`).
 */
export function ownVersion(): string {
  const manifest = parseJson(nearestManifest(new URL('.', import.meta.url)));
  return isObject(manifest) && typeof manifest['version'] === 'string' ? manifest['version'] : 'of unknown version';
}

function nearestManifest(folder: URL): string {
  const file = new URL('package.json', folder);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const above = new URL('..', folder);
  return above.href === folder.href ? '' : nearestManifest(above);
}
