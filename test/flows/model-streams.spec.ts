import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTY_CONTENT, WritingFailed, WritingPostponed, loadModelWriter } from '#authoring';
import { type ModelService, type Reply, startModelService } from '../harness/model-service.js';

const BRIEF = { topic: 'Conveyor safety', category: null, subjects: [], relatedCourses: [], passages: [] };
/** Of a model that does not answer. */
const TIMEOUTS = { totalMs: 800, firstChunkMs: 400, chunkMs: 300 };

describe.each(['openai-compatible', 'anthropic'] as const)('a model that streams by the protocol of %s', (provider) => {
  let service: ModelService;
  beforeAll(async () => {
    service = await startModelService();
  });
  afterEach(() => service.answerWith(null));
  afterAll(() => service.close());

  const write = async (reply: Reply, onProgress?: (characters: number) => void, timeouts?: typeof TIMEOUTS) => {
    service.answerWith(() => reply);
    const writer = await loadModelWriter({ provider, baseUrl: service.url, apiKey: 'k', model: 'writer-1' }, timeouts);
    return writer.write('outline', BRIEF, EMPTY_CONTENT, { key: 'k1', ...(onProgress && { onProgress }) });
  };
  const failure = async (reply: Reply, timeouts?: typeof TIMEOUTS): Promise<unknown> =>
    write(reply, undefined, timeouts).catch((error: unknown) => error);

  it('is requested as a stream, shows how much is written, and counts the tokens of the provider', async () => {
    const progress: number[] = [];
    const { content, tokens } = await write({}, (characters) => progress.push(characters));
    expect(service.calls.at(-1)?.body.stream).toBe(true);
    expect(content.title).toBe('Working beside conveyors');
    expect(tokens).toBe(600);
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress.at(-1)).toBeGreaterThan(300);
  });

  it('may answer whole', async () => {
    const { content, tokens } = await write({ whole: true });
    expect({ title: content.title, tokens }).toEqual({ title: 'Working beside conveyors', tokens: 600 });
  });

  it.each<[string, Reply]>([
    ['never begins', { hangs: true }],
    ['falls silent', { stallsAfter: 4 }],
  ])('that %s fails soon, and is tried five times', async (_what, reply) => {
    const error = await failure(reply, TIMEOUTS);
    expect(error).toBeInstanceOf(WritingFailed);
    expect(error).toMatchObject({ message: expect.stringContaining('does not answer in time'), kind: 'silent' });
  });

  it('whose answer ends early fails, and counts what was received', async () => {
    const error = await failure({ endsAfter: 4 });
    expect(error).toMatchObject({ kind: 'unusable', message: expect.stringContaining('the answer of the model') });
    expect((error as WritingFailed).tokens).toBeGreaterThan(100);
  });

  it('whose connection breaks is away', async () => {
    expect(await failure({ breaks: true })).toMatchObject({ kind: 'unavailable', tokens: 0 });
  });

  it.each<[string, Reply]>([
    ['at once', { failsAfter: 0 }],
    ['in the middle of its answer', { failsAfter: 4 }],
    [
      'in an answer in one piece',
      { raw: JSON.stringify({ type: 'error', error: { code: 503, type: 'overloaded_error', message: 'no' } }) },
    ],
  ])('that reports %s that it is overloaded is away', async (_when, reply) => {
    expect(await failure(reply)).toMatchObject({
      kind: 'unavailable',
      tokens: 0,
      message: expect.stringMatching(/is not available \((?:503|529)\)/),
    });
  });

  it('ends at once when the worker stops, and counts what was received', async () => {
    service.answerWith(() => ({ stallsAfter: 3 }));
    const writer = await loadModelWriter({ provider, baseUrl: service.url, apiKey: 'k', model: 'writer-1' });
    const call = writer.write('outline', BRIEF, EMPTY_CONTENT, { key: 'k1', onProgress: () => writer.stop() });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WritingPostponed);
    expect((error as WritingPostponed).tokens).toBeGreaterThan(100);
  });
});
