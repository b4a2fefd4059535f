import type { DraftModelConfig } from '#platform/config';
import type { DraftWriter } from '../draft-writer.js';
import type { Timeouts } from './model-client.js';

/** Loads the libraries that call models only if one is configured: they take half a second and 40 MB. */
export async function loadModelWriter(
  config: DraftModelConfig,
  timeouts?: Timeouts,
): Promise<DraftWriter & { stop(): void }> {
  const { ModelWriter } = await import('./model-writer.js');
  return new ModelWriter(config, timeouts);
}
