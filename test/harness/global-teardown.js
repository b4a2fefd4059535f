import { closeShared } from './native/shared.js';

export default async function globalTeardown() {
  await closeShared();
  await globalThis.stopTestServices?.();
}
