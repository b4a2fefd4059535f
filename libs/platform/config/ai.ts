import type { Read } from './read.js';
import { StartError } from './start-error.js';
import { HTTP, parseUrl } from './urls.js';

/** An OpenAI-compatible service that computes embeddings. */
export interface EmbeddingsConfig {
  /** Includes the version, without a slash at the end: `https://ai.example/v1`; `/embeddings` is added. */
  readonly baseUrl: string;
  /** Null: no key is sent. */
  readonly apiKey: string | null;
  readonly model: string;
}

export const AI_PROVIDERS = ['openai-compatible', 'anthropic'] as const;
export type AiProvider = (typeof AI_PROVIDERS)[number];

/** The model that writes drafts. */
export interface DraftModelConfig {
  readonly provider: AiProvider;
  /** Includes the version, without a slash at the end: `https://ai.example/v1`. */
  readonly baseUrl: string;
  /** Null: no key is sent. */
  readonly apiKey: string | null;
  /** As the provider names it. */
  readonly model: string;
}

const ANTHROPIC_URL = 'https://api.anthropic.com/v1';

const OPENAI_HOST = 'api.openai.com';
const DEFAULT_MODEL = 'text-embedding-3-small';

/**
 * Null if `AI_BASE_URL` is unset, or is Anthropic's API, which computes no embeddings: topics are then matched by words
 * only, without a network.
 */
export function embeddingsConfig(read: Read): EmbeddingsConfig | null {
  const baseUrl = readBaseUrl(read);
  const [embeddingModel, writer] = [readModel(read, 'AI_EMBEDDING_MODEL'), readModel(read, 'AI_MODEL')];
  if (baseUrl === null || readProvider(read) === 'anthropic') return null;
  // The models of OpenAI that write compute no embeddings; many other services have one model for both.
  const usual = URL.parse(baseUrl)?.hostname === OPENAI_HOST ? DEFAULT_MODEL : (writer ?? DEFAULT_MODEL);
  return { baseUrl, apiKey: readApiKey(read), model: embeddingModel ?? usual };
}

/**
 * Null: the outline author writes drafts, without a network. `AI_PROVIDER` requires `AI_MODEL`; `AI_BASE_URL` without a
 * model is used for embeddings only.
 */
export function draftModelConfig(read: Read): DraftModelConfig | null {
  const [provider, baseUrl, apiKey] = [readProvider(read), readBaseUrl(read), readApiKey(read)];
  const model = readModel(read, 'AI_MODEL');
  if (provider === null && (baseUrl === null || model === null)) return null;
  if (model === null)
    throw new StartError('AI_MODEL is missing: it should be the name of the model that AI_PROVIDER has');
  if (provider === 'anthropic') {
    if (apiKey === null && baseUrl === null)
      throw new StartError('AI_API_KEY is missing: it should be the key for the API of Anthropic');
    return { provider, baseUrl: baseUrl ?? ANTHROPIC_URL, apiKey, model };
  }
  if (baseUrl === null)
    throw new StartError('AI_BASE_URL is missing: it should be the URL of the provider, like https://ai.example/v1');
  return { provider: 'openai-compatible', baseUrl, apiKey, model };
}

function readProvider(read: Read): AiProvider | null {
  const text = read('AI_PROVIDER');
  const provider = AI_PROVIDERS.find((known) => known === text) ?? null;
  if (text !== undefined && provider === null)
    throw new StartError(`AI_PROVIDER should be one of ${AI_PROVIDERS.join(', ')}, not "${text}"`);
  return provider;
}

function readBaseUrl(read: Read): string | null {
  const text = read('AI_BASE_URL');
  if (text === undefined) return null;
  const url = parseUrl('AI_BASE_URL', text, HTTP);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new StartError('AI_BASE_URL should be a URL without user name, password, query and fragment');
  return text.replace(/\/+$/, '');
}

/** The key is not shown. */
function readApiKey(read: Read): string | null {
  const key = read('AI_API_KEY') ?? null;
  if (key !== null && !/^[!-~]+$/.test(key))
    throw new StartError(
      'AI_API_KEY should be visible ASCII characters without blanks, because it is sent in a header',
    );
  return key;
}

function readModel(read: Read, name: 'AI_MODEL' | 'AI_EMBEDDING_MODEL'): string | null {
  const model = read(name) ?? null;
  if (model !== null && !/^[!-~]{1,200}$/.test(model))
    throw new StartError(`${name} should be the name of a model: at most 200 visible ASCII characters without blanks`);
  return model;
}
