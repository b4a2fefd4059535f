// The compiled file of a module of the engine; other modules are returned unchanged.
import { relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const SOURCE = /^(?:apps|libs|bench)\/.*(?<!\.spec)\.ts$/;

export function compiled(file) {
  const source = relative(ROOT, file).split(sep).join('/');
  return SOURCE.test(source) ? resolve(ROOT, 'dist', source.replace(/\.ts$/, '.js')) : file;
}
