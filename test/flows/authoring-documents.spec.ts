import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uploadDocument } from '../harness/documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
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

const expectReady = (): Promise<void> => eventually(async () => expect((await draft()).status).toBe('ready'), 30_000);

beforeEach(async () => {
  tenant = await engine.createTenant();
  documentId = (await upload(PROCEDURE, '3.1')).body.id ?? '';
  await tenant.send({ event: 'signal.audit', data: { site: 'Site A', topic: 'Stopping a conveyor' } });
  const [need] = await tenant.resolvedNeeds();
  const started = await tenant.admin<{ draftId: string }>('POST', `/needs/${need?.id}/author`, {});
  draftId = started.body.draftId;
  await expectReady();
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

  it('is offered the nearest passage where a claim needs a source', async () => {
    const { lessons } = await draft();
    await tenant.admin('PATCH', `/drafts/${draftId}`, {
      lessons: lessons.map((lesson, index) => ({
        ...lesson,
        claims: index > 0 ? lesson.claims : [{ text: 'Emergency stops are tested each week', source: null }],
      })),
    });
    const { needed } = await sources();
    expect(needed.find(({ claim }) => claim.startsWith('Emergency'))?.nearest?.text).toContain('tested weekly');
  });

  it('is due for review when a new version of the document is there', async () => {
    expect((await sources()).outdated).toEqual([]);
    await upload('# Conveyor rules\n\nPress the red button.', '4.0');
    expect((await sources()).outdated).toEqual([
      expect.objectContaining({ documentId, text: 'Conveyor rules, version 3.1, Conveyor rules › Stopping' }),
    ]);
  });
});
