import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftAbout } from '../factories/drafts.js';
import { uploadDocument } from '../harness/documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

interface Claim {
  text: string;
  source: string | null | { documentId: string; passageId: string; text: string };
}

interface Draft {
  status: string;
  lessons: Array<{ id: string; title: string; markdown: string; claims: Claim[] }>;
}

interface Sources {
  needed: Array<{ claim: string; nearest: { passageId: string; text: string } | null }>;
  outdated: Array<{ claim: string; documentId: string; text: string }>;
}

const PROCEDURE =
  '# Conveyor rules\n\n## Stopping\n\nPull the cord to stop the conveyor. The emergency stop is tested weekly.';

let engine: SharedEngine;
let tenant: TestTenant;
let draftId: string;
let documentId: string;

beforeAll(async () => {
  engine = await sharedEngine();
});

const upload = (content: string, version: string) =>
  uploadDocument(tenant, { title: 'Conveyor rules', version, name: 'rules.md', content });
const draft = async (): Promise<Draft> => (await tenant.admin<Draft>('GET', `/drafts/${draftId}`)).body;
const sources = async (): Promise<Sources> => (await tenant.admin<Sources>('GET', `/drafts/${draftId}/sources`)).body;

beforeEach(async () => {
  tenant = await engine.createTenant();
  documentId = (await upload(PROCEDURE, '3.1')).body.id ?? '';
  draftId = (await draftAbout(tenant, 'Stopping a conveyor')).id;
});

describe("a draft about which the company's documents say something", () => {
  it('quotes the passages, and cites them in its claims', async () => {
    const lesson = (await draft()).lessons.at(-1);
    expect(lesson).toMatchObject({ title: 'What our documents say' });
    expect(lesson?.markdown).toContain('> Pull the cord to stop the conveyor.');
    expect(lesson?.claims).toEqual([
      {
        text: 'Pull the cord to stop the conveyor.',
        source: {
          documentId,
          passageId: expect.any(String),
          text: 'Conveyor rules, version 3.1, Conveyor rules › Stopping',
        },
      },
    ]);
  });

  it('cites a sentence that is cut within an emoji', async () => {
    const sentence = `Ladder checks: ${'look at each rung, '.repeat(40)}`.slice(0, 499);
    await uploadDocument(tenant, {
      title: 'Ladders',
      name: 'ladders.md',
      content: `# Ladders\n\n${sentence}😀 and sign`,
    });
    const { lessons } = await draftAbout(tenant, 'Ladder checks');
    expect(lessons.at(-1)?.claims[0]?.text).toBe(sentence);
  });

  it('cannot cite more than the content of a course holds', async () => {
    const heading = 'Rules for conveyors and their belts, '.repeat(6).slice(0, 190);
    const { body: rules } = await upload(`# ${heading}\n\n## ${heading}\n\nStop it first.`, '9');
    const { items } = await tenant.api.getDocumentPassages({ path: { id: rules.id ?? '' } });
    const source = { documentId, passageId: items[0]?.id ?? '' };
    const claims = Array.from({ length: 50 }, (_claim, index) => ({ text: `Claim ${index}`, source }));
    const lessons = Array.from({ length: 6 }, (_lesson, index) => ({
      title: `Lesson ${index}`,
      markdown: 'Stop it.',
      claims,
    }));
    const { status, body } = await tenant.admin<{ errors: unknown }>('PATCH', `/drafts/${draftId}`, { lessons });
    expect({ status, errors: body.errors }).toMatchObject({
      status: 422,
      errors: [{ field: 'lessons', message: expect.stringContaining('at most 100,000 characters') }],
    });
  });

  it('takes a passage as a source, and none that is not there', async () => {
    const { lessons } = await draft();
    const cited = lessons.at(-1)?.claims[0]?.source as { passageId: string };
    const edited = (passageId: string) =>
      tenant.admin<Draft & { code: string }>('PATCH', `/drafts/${draftId}`, {
        lessons: lessons.map((lesson, index) => ({
          ...lesson,
          claims: index > 0 ? lesson.claims : [{ text: 'Tested weekly', source: { documentId, passageId } }],
        })),
      });
    const { body } = await edited(cited.passageId);
    expect(body.lessons[0]?.claims[0]?.source).toEqual(
      expect.objectContaining({ documentId, passageId: cited.passageId }),
    );
    expect((await edited('psg_01jd0000000000000000000000')).status).toBe(422);
  });

  it('is offered the nearest passage for each claim that needs a source', async () => {
    await uploadDocument(tenant, {
      title: 'Ladders',
      name: 'ladders.md',
      content: 'Inspect each rung before climbing.',
    });
    const { lessons } = await draft();
    const texts = ['Emergency stops are tested each week', 'Nobody knows this', 'Each rung is inspected'];
    await tenant.admin('PATCH', `/drafts/${draftId}`, {
      lessons: lessons.map((lesson, index) => ({
        ...lesson,
        claims: index > 0 ? [] : texts.map((text) => ({ text, source: null })),
      })),
    });
    const nearest = async (): Promise<unknown> =>
      (await sources()).needed.map((one) => [one.claim, one.nearest?.text ?? null]);
    const first = [texts[0], expect.stringContaining('tested weekly')];
    expect(await nearest()).toEqual([first, [texts[1], null], [texts[2], 'Inspect each rung before climbing.']]);
    // As documents of many pages have them.
    await engine.database.query('update document set passages = 150000 where tenant_id = $1', [tenant.id]);
    expect(await nearest()).toEqual([first, [texts[1], null], [texts[2], null]]);
  });

  it('is due for review when a new version of the document is there, also when a removed claim is taken back', async () => {
    expect((await sources()).outdated).toEqual([]);
    await upload('# Conveyor rules\n\nPress the red button.', '4.0');
    expect((await sources()).outdated).toEqual([
      expect.objectContaining({ documentId, text: 'Conveyor rules, version 3.1, Conveyor rules › Stopping' }),
    ]);
    const { lessons } = await draft();
    const edited = (claims: object): Promise<object> =>
      tenant.admin('PATCH', `/drafts/${draftId}`, { lessons: lessons.map((lesson) => ({ ...lesson, ...claims })) });
    expect(await edited({ claims: [] })).toMatchObject({ body: { reviewDueSince: null } });
    await upload('# Conveyor rules\n\nPress the green button.', '5.0');
    expect(await edited({})).toMatchObject({ status: 200, body: { lessons, reviewDueSince: expect.any(String) } });
  });
});
