import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import type { DraftModelConfig } from '#platform/config';
import { withAcceptedLimit } from './output-limit.js';
import { asEvents } from './whole-answers.js';

const MAX_BYTES = 4 * 1_024 * 1_024;

/** The configured model. */
export function languageModel({ provider, baseUrl, apiKey, model }: DraftModelConfig): LanguageModel {
  return provider === 'anthropic'
    ? createAnthropic({ baseURL: baseUrl, fetch: boundedFetch, apiKey: apiKey ?? 'none' }).languageModel(model)
    : createOpenAICompatible({
        baseURL: baseUrl,
        fetch: withAcceptedLimit(boundedFetch),
        name: 'provider',
        supportsStructuredOutputs: true,
        includeUsage: true,
        ...(apiKey === null ? {} : { apiKey }),
      }).languageModel(model);
}

/** Follows no redirect, which could lead anywhere, and reads no more of an answer than a draft needs. */
const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  let left = MAX_BYTES;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error('the answer is too long'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  const answer = new Response(response.body.pipeThrough(bounded), { status, statusText, headers });
  const isWhole = response.ok && !(headers.get('content-type') ?? '').startsWith('text/event-stream');
  return isWhole ? streamed(await answer.text(), answer) : answer;
};

/** Converts a whole answer into the stream that was requested. Anything else stays as it is, and is refused. */
function streamed(text: string, { status, statusText }: Response): Response {
  const headers = { 'content-type': 'text/event-stream' };
  return new Response(asEvents(text) ?? text, { status, statusText, headers });
}
