import { describe, expect, it } from '@jest/globals';
import { EMPTY_CONTENT, loadModelWriter } from '#authoring';
import { CONVEYOR_BRIEF } from '../factories/drafts.js';
import { startModelService } from '../harness/model-service.js';

describe('a model that refuses max_tokens, as those of OpenAI', () => {
  it('gets the limit by its other name, at once in later calls', async () => {
    const service = await startModelService();
    const message = "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.";
    const refusal = { status: 400, raw: JSON.stringify({ error: { message } }) };
    service.answerWith(({ body }) => (body.max_tokens === undefined ? {} : refusal));
    try {
      const by = await loadModelWriter({
        provider: 'openai-compatible',
        baseUrl: service.url,
        apiKey: null,
        model: 'writer-1',
      });
      for (const step of ['outline', 'quiz'])
        expect((await by.write(step, CONVEYOR_BRIEF, EMPTY_CONTENT, { key: step })).tokens).toBe(600);
      const limits = service.calls.map(({ body }) => [body.max_tokens, body.max_completion_tokens]);
      expect(limits).toEqual([
        [8_000, undefined],
        [undefined, 8_000],
        [undefined, 8_000],
      ]);
    } finally {
      await service.close();
    }
  });
});
