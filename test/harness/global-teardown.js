import { closeSharedEngines } from './native/shared-engines.js';

export default async function globalTeardown() {
  await closeSharedEngines();
  await globalThis.stopTestServices?.();
}
