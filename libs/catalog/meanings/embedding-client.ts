import { Logger } from '@nestjs/common';
import type { EmbeddingsConfig } from '#platform/config';
import { jsonFields } from '#platform/json';
import { retryAfterMs, withoutPersonalData } from '#platform/text';
import { Backoff } from './backoff.js';
import { toVector } from './vectors.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1_024 * 1_024;
/** Statuses that refuse what a request contains: a filter of the service's, or a length. */
const REFUSED_CONTENT: ReadonlySet<number> = new Set([400, 413, 422]);
/** A text that no service refuses. */
const PROBE_TEXT = 'training';
/** The vector of a text that the service refuses: near to no other. */
const NO_VECTOR = new Float32Array(0);

/**
 * Requests vectors of texts from an OpenAI-compatible service (`POST {base}/embeddings`). If the service is
 * unavailable, slow or wrong, it returns none, logs the reason once, and pauses. A text that the service refuses gets a
 * vector that is near to no other.
 */
export class EmbeddingClient {
  private readonly log = new Logger(EmbeddingClient.name);
  private readonly backoff = new Backoff();
  /** Why the last request failed, as it was logged; null: it did not. */
  private failure: string | null = null;

  constructor(private readonly config: EmbeddingsConfig) {}

  /** Milliseconds until the next request is allowed. */
  get pauseMs(): number {
    return this.backoff.pauseMs;
  }

  /** Why there are no embeddings now; null: nothing is known to be wrong. */
  get problem(): string | null {
    return this.failure === null ? null : `no embeddings, because ${this.failure}: topics are matched by words only`;
  }

  /** @returns a vector for each text, in their order; null: not available now */
  async embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[] | null> {
    if (this.backoff.pauseMs > 0) return null;
    try {
      const response = await this.ask(texts, signal);
      if (REFUSED_CONTENT.has(response.status) && (texts.length > 1 || texts[0] !== PROBE_TEXT)) {
        await response.body?.cancel().catch(() => undefined);
        return await this.embedParts(texts, signal);
      }
      const vectors = response.ok ? readVectors(await readJson(response), texts.length) : null;
      if (vectors === null) {
        await response.body?.cancel().catch(() => undefined);
        const why = response.ok ? 'its answer has no vectors' : `it answers ${response.status}`;
        this.failed(why, retryAfterMs(response.headers.get('retry-after')));
      } else this.succeeded();
      return vectors;
    } catch {
      if (!signal.aborted) this.failed('it does not answer');
      return null;
    }
  }

  private failed(why: string, waitMs = 0): void {
    this.backoff.failed(waitMs);
    if (this.failure === why) return;
    this.failure = why;
    this.log.warn(
      `no embeddings by the model "${this.config.model}", because ${why}: topics are matched by words only (AI_BASE_URL, AI_EMBEDDING_MODEL)`,
    );
  }

  private succeeded(): void {
    this.backoff.succeeded();
    if (this.failure !== null) this.log.log(`the model "${this.config.model}" computes embeddings again`);
    this.failure = null;
  }

  /**
   * Texts of a refused request, in halves. If a single one is refused, another text shows whether the service works.
   */
  private async embedParts(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[] | null> {
    if (texts.length === 1) return (await this.embed([PROBE_TEXT], signal)) === null ? null : [NO_VECTOR];
    const half = Math.ceil(texts.length / 2);
    const first = await this.embed(texts.slice(0, half), signal);
    const rest = first === null ? null : await this.embed(texts.slice(half), signal);
    return first === null || rest === null ? null : [...first, ...rest];
  }

  private ask(texts: readonly string[], signal: AbortSignal): Promise<Response> {
    const { baseUrl, apiKey, model } = this.config;
    return fetch(`${baseUrl}/embeddings`, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input: texts.map(withoutPersonalData), encoding_format: 'float' }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  }
}

/** @throws Error if the answer is too long or is not JSON */
async function readJson({ body }: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let left = MAX_ANSWER_BYTES;
  for await (const part of body ?? []) {
    const bytes: unknown = part;
    if (!(bytes instanceof Uint8Array) || bytes.byteLength > left) throw new Error('the answer is too long');
    left -= bytes.byteLength;
    parts.push(bytes);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** Reads the vectors of an answer in the order of `index`; null unless there is one vector for each text. */
export function readVectors(answer: unknown, wanted: number): Float32Array[] | null {
  const { data } = jsonFields(answer);
  if (!Array.isArray(data) || data.length !== wanted) return null;
  const vectors = new Map<unknown, Float32Array>();
  for (const [place, entry] of data.map((one: unknown, at) => [at, one] as const)) {
    const { embedding, index = place } = jsonFields(entry);
    const vector = toVector(embedding);
    if (vector !== null) vectors.set(index, vector);
  }
  const inOrder = Array.from({ length: wanted }, (_, index) => vectors.get(index));
  return inOrder.every((vector) => vector !== undefined) ? inOrder : null;
}
