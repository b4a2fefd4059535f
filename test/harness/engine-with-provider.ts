import { type TestEngine, startEngine } from './engine.js';
import { type ModelService, startModelService } from './model-service.js';

/**
 * Starts an engine that calls a service of models; `close` stops both.
 * @param settings more of them, by the names of their variables: `{ AI_MODEL: 'writer-1' }`
 */
export async function startEngineWithProvider(
  service: { readonly url: string; close(): Promise<void> },
  settings: Readonly<Record<string, string>>,
): Promise<TestEngine> {
  const engine = await startEngine({ environment: { AI_BASE_URL: service.url, ...settings } });
  return {
    ...engine,
    close: async () => {
      await engine.close();
      await service.close();
    },
  };
}

/** Starts an engine whose drafts a service of models writes. */
export async function startEngineWithWriter(): Promise<{ engine: TestEngine; service: ModelService }> {
  const service = await startModelService();
  return { service, engine: await startEngineWithProvider(service, { AI_MODEL: 'writer-1' }) };
}
