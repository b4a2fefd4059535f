import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTY_CONTENT, loadModelWriter, WritingFailed, WritingPostponed } from '#authoring';
import { CONVEYOR_BRIEF as BRIEF } from '../factories/drafts.js';
import { type ModelService, type Reply, goodAnswer, startModelService } from '../harness/model-service.js';

describe.each(['openai-compatible', 'anthropic'] as const)('a model behind the protocol of %s', (provider) => {
  let service: ModelService;
  beforeAll(async () => {
    service = await startModelService();
  });
  afterEach(() => service.answerWith(null));
  afterAll(() => service.close());

  const writer = (baseUrl = service.url) =>
    loadModelWriter({ provider, baseUrl, apiKey: 'secret-key', model: 'writer-1' });
  const write = async (step: string, by = writer()) => (await by).write(step, BRIEF, EMPTY_CONTENT, { key: 'k1' });
  const failure = async (reply: Reply): Promise<WritingFailed> => {
    service.answerWith(() => reply);
    const error: unknown = await write('outline').then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof WritingFailed) return error;
    throw new Error(`not a failure: ${String(error)}`, { cause: error });
  };

  it('writes an outline with three lessons, and counts what the provider counts', async () => {
    const { content, tokens } = await write('outline');
    expect(tokens).toBe(600);
    expect(content).toMatchObject({ title: 'Working beside conveyors', estimatedMinutes: 25 });
    expect(content.lessons?.map(({ title }) => title)).toEqual(['Where it catches', 'Stopping it', 'Reporting']);
    const call = service.calls.at(-1);
    expect(call?.body.model).toBe('writer-1');
    expect(call?.headers).toMatchObject({ 'idempotency-key': 'k1' });
    expect(JSON.parse(call?.data ?? '')).toEqual(BRIEF);
  });

  it('writes each lesson and the quiz', async () => {
    const lessons = ['1', '2', '3'].map((id) => ({ id, title: `Lesson ${id}`, markdown: 'Covers', claims: [] }));
    const by = await writer();
    const second = await by.write('lesson 2', BRIEF, { ...EMPTY_CONTENT, lessons }, { key: 'k2' });
    expect(second.content.lessons?.map(({ markdown }) => markdown.slice(0, 10))).toEqual([
      'Covers',
      '### Before',
      'Covers',
    ]);
    expect(second.content.lessons?.[1]?.claims).toEqual([
      { text: 'The emergency stop is tested weekly.', source: null },
    ]);
    expect((await by.write('quiz', BRIEF, EMPTY_CONTENT, { key: 'k3' })).content.quiz).toHaveLength(3);
  });

  it.each([
    [
      'a Markdown fence',
      (json: string) => `Here is the outline:\n\n\`\`\`json\n${json}\n\`\`\`\nDo you want me to go on?`,
    ],
    ['its reasoning', (json: string) => `<think>They want {"title": …}. Let me see.</think>\n${json}`],
    ['the end of its reasoning', (json: string) => `An outline like {this}.\n</think>\n\n${json}<|im_end|>`],
    [
      'sentences with braces',
      (json: string) => `With {"title": "x"} and {a "topic"}: ${json}\nIs {that} what you want?`,
    ],
  ])('accepts an object in %s', async (_what, around) => {
    service.answerWith(({ step }) => ({ answer: around(JSON.stringify(goodAnswer(step))) }));
    expect(await write('outline')).toMatchObject({ content: { title: 'Working beside conveyors' }, tokens: 600 });
  });

  it('accepts an answer that is slow', async () => {
    service.answerWith(() => ({ delayMs: 1_000 }));
    expect((await write('outline')).tokens).toBe(600);
  });

  it.each<[string, Reply, string, number]>([
    ['no JSON', { answer: 'Sure! Here is your course' }, 'not what it was asked for', 600],
    ['JSON that ends early', { answer: '{"title": "Work', finish: 'length' }, 'was cut off', 600],
    ['a refusal', { answer: 'I cannot help with that', finish: 'refusal' }, 'refuses to write', 600],
    ['another object', { answer: { title: 'x' } }, 'not what it was asked for', 600],
    ['no protocol', { raw: '<html>welcome</html>' }, 'not what it was asked for', 0],
  ])('fails with its tokens at an answer that is %s', async (_what, reply, message, tokens) => {
    const error = await failure(reply);
    expect(error.message).toContain(message);
    expect(error).toMatchObject({ tokens, kind: 'unusable' });
  });

  it.each<[string, Reply, object]>([
    [
      '429 with a long wait',
      { status: 429, headers: { 'retry-after': '3600' } },
      { kind: 'unavailable', waitMs: 3_600_000 },
    ],
    ['429 without one', { status: 429 }, { kind: 'unavailable', waitMs: null }],
    [
      '503 with a wait that is not believed',
      { status: 503, headers: { 'retry-after': '99999999' } },
      { waitMs: 86_400_000 },
    ],
    ['500', { status: 500 }, { kind: 'unavailable', tokens: 0 }],
    ['529', { status: 529 }, { kind: 'unavailable' }],
    ['a connection that breaks', { breaks: true }, { tokens: 0 }],
    ['401', { status: 401 }, { kind: 'refused', message: 'the provider of the model refuses the key (401)' }],
    ['400', { status: 400 }, { kind: 'refused' }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { tokens: 0 }],
  ])('fails at %s', async (_what, reply, expected) => {
    expect(await failure(reply)).toMatchObject(expected);
  });

  it.each([
    {},
    { total_tokens: 1e15, input_tokens: 1e15, prompt_tokens: 1e15 },
    { prompt_tokens: -5, input_tokens: -5 },
  ])('estimates the tokens where the figures are impossible: %j', async (usage) => {
    const zero = { prompt_tokens: 0, completion_tokens: 0, input_tokens: 0, output_tokens: 0 };
    service.answerWith(() => ({ usage: { ...zero, ...usage } }));
    const { tokens } = await write('outline');
    expect(tokens).toBeGreaterThan(300);
    expect(tokens).toBeLessThan(3_000);
  });

  it('is not called while the provider has asked to wait', async () => {
    const by = writer();
    service.answerWith(() => ({ status: 429, headers: { 'retry-after': '60' } }));
    await expect(write('outline', by)).rejects.toBeInstanceOf(WritingFailed);
    const calls = service.calls.length;
    const next: unknown = await write('outline', by).catch((error: unknown) => error);
    expect(next).toBeInstanceOf(WritingPostponed);
    expect(service.calls).toHaveLength(calls);
  });

  it('is left alone after five failures in a row', async () => {
    const by = writer('http://127.0.0.1:1/v1');
    for (let count = 0; count < 5; count++)
      await expect(write('quiz', by)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(write('quiz', by)).rejects.toBeInstanceOf(WritingPostponed);
  });

  it('stops calling at once when the worker stops', async () => {
    service.answerWith(() => ({ hangs: true }));
    const by = writer();
    const call = write('outline', by);
    setTimeout(() => void by.then((stopping) => stopping.stop()), 100);
    await expect(call).rejects.toBeInstanceOf(WritingPostponed);
  });
});
