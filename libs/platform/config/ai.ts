import { StartError } from './start-error.js';

/** An OpenAI-compatible service that computes embeddings. */
export interface EmbeddingsConfig {
  /** Includes the version, without a slash at the end: `https://ai.example/v1`; `/embeddings` is added. */
  readonly baseUrl: string;
  /** Null: no key is sent. */
  readonly apiKey: string | null;
  readonly model: string;
}

const DEFAULT_MODEL = 'text-embedding-3-small';

/** Null if `AI_BASE_URL` is unset: topics are matched by words only, and no network is used. */
export function embeddingsConfig(read: (name: string) => string | undefined): EmbeddingsConfig | null {
  const baseUrl = read('AI_BASE_URL');
  const [apiKey, model] = [read('AI_API_KEY') ?? null, read('AI_EMBEDDING_MODEL') ?? read('AI_MODEL') ?? DEFAULT_MODEL];
  if (baseUrl === undefined) return null;
  const parsed = URL.parse(baseUrl);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol))
    throw new StartError('AI_BASE_URL should be a URL that starts with http:// or https://');
  return { baseUrl: baseUrl.replace(/\/+$/, ''), apiKey, model };
}
