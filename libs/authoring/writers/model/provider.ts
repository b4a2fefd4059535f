import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { type LanguageModel, extractJsonMiddleware, wrapLanguageModel } from 'ai';
import type { DraftModelConfig } from '#platform/config';

const MOST_BYTES = 4 * 1_024 * 1_024;

/** The configured model. A JSON answer in a Markdown fence is accepted. */
export function languageModel({ provider, baseUrl, apiKey, model }: DraftModelConfig): LanguageModel {
  const settings = { baseURL: baseUrl, fetch: boundedFetch };
  const found =
    provider === 'anthropic'
      ? createAnthropic({ ...settings, apiKey: apiKey ?? 'none' }).languageModel(model)
      : createOpenAICompatible({
          ...settings,
          name: 'provider',
          supportsStructuredOutputs: true,
          ...(apiKey === null ? {} : { apiKey }),
        }).languageModel(model);
  return wrapLanguageModel({ model: found, middleware: extractJsonMiddleware() });
}

/** Follows no redirect, which could lead anywhere, and reads no more of an answer than a draft needs. */
const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  let left = MOST_BYTES;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error('the answer is too long'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(bounded), { status, statusText, headers });
};
