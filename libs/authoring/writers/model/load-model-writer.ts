import type { DraftModelConfig } from '#platform/config';
import type { DraftWriter } from '../draft-writer.js';

/** Loads the libraries that call models only where one is configured: they take half a second and 40 MB. */
export async function loadModelWriter(config: DraftModelConfig): Promise<DraftWriter & { stop(): void }> {
  const { ModelWriter } = await import('./model-writer.js');
  return new ModelWriter(config);
}
