import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DraftContent, type DraftWriter, EMPTY_CONTENT, instructionsOf, loadModelWriter } from '#authoring';
import { materialOf } from '#platform/pages';
import { HOSTILE_TOPICS, obedientAnswer } from '../harness/hostile-topics.js';
import { type ModelService, startModelService } from '../harness/model-service.js';

let service: ModelService;
let writer: DraftWriter;

beforeAll(async () => {
  service = await startModelService();
  writer = await loadModelWriter({
    provider: 'openai-compatible',
    baseUrl: service.url,
    apiKey: 'ai-key',
    model: 'writer',
  });
});
afterAll(() => service.close());

/** All steps, by a model that does what the topic says. */
async function writtenAbout(topic: string): Promise<DraftContent> {
  service.calls.length = 0;
  service.answerWith(({ step }) => ({ answer: obedientAnswer(step, topic) }));
  let written: DraftContent = EMPTY_CONTENT;
  for (const step of writer.steps) {
    const brief = { topic, category: topic.slice(0, 90), subjects: [], relatedCourses: [topic], passages: [] };
    written = { ...written, ...(await writer.write(step, brief, written, { key: 'k' })).content };
  }
  return written;
}

describe.each(HOSTILE_TOPICS)('a topic that tries to give instructions: %s', (topic) => {
  let written: DraftContent;
  beforeAll(async () => {
    written = await writtenAbout(topic);
  });

  it('is data of a request whose instructions are the same for all topics', () => {
    expect(service.calls).toHaveLength(5);
    for (const { instructions, step, data, body, bytes } of service.calls) {
      expect(instructions).toBe(instructionsOf(step));
      const fields = JSON.parse(data) as Record<string, unknown>;
      expect(Object.keys(fields).slice(0, 4)).toEqual(['topic', 'category', 'subjects', 'relatedCourses']);
      expect(typeof fields['topic']).toBe('string');
      expect(body.response_format?.type).toBe('json_schema');
      expect(body).not.toHaveProperty('tools');
      expect(bytes.split('ai-key')).toHaveLength(2);
    }
  });

  it('brings no HTML, links, images, forged sources and orders into the draft', async () => {
    const { lessons, topics, ...others } = written;
    expect(topics).toEqual([topic]);
    const plain = JSON.stringify([others, lessons.map(({ title, claims }) => [title, claims])]);
    expect(plain).not.toMatch(/<\/?(?:script|img|iframe|b)\b|\]\(|evil\.example|forged|assignTo|published"/i);
    for (const { markdown, claims } of lessons) {
      const html = (await materialOf(markdown)).text;
      expect(html).not.toMatch(/<(?:script|img|iframe|a|b)\b|https?:\/\/evil/i);
      expect(claims.every(({ source }) => source === null)).toBe(true);
    }
    expect(Object.keys(written)).toEqual(Object.keys(EMPTY_CONTENT));
    expect(written.estimatedMinutes).toBe(600);
  });
});
