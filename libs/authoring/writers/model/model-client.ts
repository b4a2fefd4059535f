import {
  type LanguageModel,
  type LanguageModelUsage,
  NoObjectGeneratedError,
  StreamProviderError,
  streamText,
} from 'ai';
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel';
import type { z } from 'zod';
import type { DraftModelConfig } from '#platform/config';
import { WritingFailed, WritingPostponed } from '../writing-errors.js';
import type { Attempt } from '../draft-writer.js';
import { ProviderUnavailable, failureOf } from './failures.js';
import { jsonAnswer } from './json-answer.js';
import { languageModel } from './provider.js';
import type { ModelRequest } from './request.js';

/**
 * Time limits: of a whole call, so that it ends within a minute; until the first output, which a provider that does not
 * stream sends at the end; and between two parts of the output.
 */
const TIMEOUTS: Timeouts = { totalMs: 50_000, firstChunkMs: 40_000, chunkMs: 15_000 };

/** After so many failures in a row the provider gets one call in ten seconds, until one succeeds. */
const MAX_FAILURES = 5;
const HALF_OPEN_AFTER_MS = 10_000;
/** When a step that met the open breaker is tried again. */
const OPEN_WAIT_MS = 5_000;

/** Reasoning counts as output. */
const MAX_OUTPUT_TOKENS = 8_000;

/** A provider's figure for one call that is larger than this is replaced by an estimate. */
const MAX_TOKENS_PER_CALL = 1_000_000;

const CHARACTERS_PER_TOKEN = 4;

/** Milliseconds of a call, until its first output, and between two parts of the output. */
export interface Timeouts {
  readonly totalMs: number;
  readonly firstChunkMs: number;
  readonly chunkMs: number;
}

interface Answer<T> {
  readonly answer: T;
  /** As the provider counts them. */
  readonly tokens: number;
}

/** Calls the model. After failures it pauses the calls, for as long as the provider asks for. */
export class ModelClient {
  private readonly model: LanguageModel;
  private readonly breaker = circuitBreaker(handleType(ProviderUnavailable), {
    breaker: new ConsecutiveBreaker(MAX_FAILURES),
    halfOpenAfter: HALF_OPEN_AFTER_MS,
  });
  /** Milliseconds of a monotonic clock. */
  private calledAfter = -Infinity;
  private readonly stopping = new AbortController();

  constructor(
    config: DraftModelConfig,
    private readonly timeouts: Timeouts = TIMEOUTS,
  ) {
    this.model = languageModel(config);
    // The SDK prints warnings about models that it does not know.
    Reflect.set(globalThis, 'AI_SDK_LOG_WARNINGS', false);
  }

  /** Ends the calls that are under way: another worker writes their steps. */
  stop(): void {
    this.stopping.abort();
  }

  /**
   * @param key of the attempt, for providers that support `Idempotency-Key`
   * @param onProgress gets the number of characters that the model has written so far
   * @throws WritingFailed, WritingPostponed
   */
  async ask<T>(request: ModelRequest, schema: z.ZodType<T>, { key, onProgress }: Attempt): Promise<Answer<T>> {
    const pause = this.calledAfter - performance.now();
    if (pause > 0) throw new WritingPostponed('the provider of the model has asked to wait', pause);
    try {
      return await this.breaker.execute(() => this.call(request, schema, key, onProgress));
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        throw new WritingPostponed('the provider of the model does not answer', OPEN_WAIT_MS);
      if (error instanceof ProviderUnavailable && error.waitMs !== null)
        this.calledAfter = Math.max(this.calledAfter, performance.now() + error.waitMs);
      throw error;
    }
  }

  private async call<T>(
    { instructions, data }: ModelRequest,
    schema: z.ZodType<T>,
    key: string,
    onProgress: Attempt['onProgress'],
  ): Promise<Answer<T>> {
    const { signal: stopping } = this.stopping;
    let written = 0;
    let failure: unknown;
    /** Characters that were sent and received, if the answer has begun. */
    const received = (): number => (written === 0 ? 0 : instructions.length + data.length + written);
    try {
      const result = streamText({
        model: this.model,
        instructions,
        prompt: data,
        output: jsonAnswer(schema, 'part_of_course'),
        maxOutputTokens: MAX_OUTPUT_TOKENS,
        maxRetries: 0,
        headers: { 'idempotency-key': key },
        abortSignal: stopping,
        timeout: { ...this.timeouts },
        // Failures are read from the stream; the SDK would print them.
        onError: () => undefined,
      });
      for await (const part of result.stream) {
        if (part.type === 'error') failure ??= part.error;
        if (part.type === 'abort') failure ??= new DOMException('the call has ended', 'TimeoutError');
        if (part.type !== 'text-delta') continue;
        written += part.text.length;
        onProgress?.(written);
      }
      const output = await result.output;
      const usage = await result.usage;
      return { answer: output, tokens: countedTokens(usage, instructions.length + data.length + written) };
    } catch (error) {
      if (stopping.aborted) throw new WritingPostponed('the worker stops', 0, tokensOfText(received()));
      if (error instanceof WritingFailed) throw error;
      // The SDK reports an answer that ends early twice; only one report has what was received. Of an answer in which
      // the provider reports a failure, the other one has the reason.
      const isUnusable = NoObjectGeneratedError.isInstance(error) && !StreamProviderError.isInstance(failure);
      const cause = isUnusable ? error : (failure ?? error);
      throw failureOf(cause, ({ usage }) => countedTokens(usage, received()));
    }
  }
}

/**
 * The provider's figure; where it is missing or impossible, an estimate by the length of what was sent and received.
 */
function countedTokens(usage: LanguageModelUsage | undefined, characters: number): number {
  const sum = (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0);
  const figure = usage?.totalTokens ?? sum;
  if (Number.isSafeInteger(figure) && figure > 0 && figure <= MAX_TOKENS_PER_CALL) return figure;
  return tokensOfText(characters);
}

/** An estimate of the tokens of a text by its length. */
export function tokensOfText(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}
