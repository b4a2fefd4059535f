import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Schemas } from '#client';
import { draftAbout, withoutClaims } from '../factories/drafts.js';
import { loggedInUser } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import { manifestErrors } from '../harness/packages/package-schemas.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the package of a draft', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let draft: Schemas['DraftView'];
  beforeAll(async () => {
    engine = await sharedEngine();
    tenant = await engine.createTenant();
    draft = await draftAbout(tenant, 'Overhead crane near miss');
  });

  it('is made once the draft is approved, and contains its lessons and its quiz', async () => {
    const path = { id: draft.id };
    const exported = () => tenant.admin('GET', `/drafts/${draft.id}/export?format=scorm12`);
    const refused = refusal(409, 'draft_not_approved');
    expect(await exported()).toMatchObject(refused);
    await tenant.api.changeDraft({ path, body: { lessons: withoutClaims(draft.lessons) } });
    await tenant.api.submitDraft({ path });
    expect(await exported()).toMatchObject(refused);
    const reviewer = await loggedInUser(tenant, { email: 'rita@acme.example' });
    expect((await reviewer.call('POST', `/admin/drafts/${draft.id}/approve`)).status).toBe(200);
    const response = await tenant.api.exportDraft({ path, query: { format: 'scorm12' } });
    expect(response.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const textOf = (name: string): string => Buffer.from(files[name] ?? []).toString();
    expect(await manifestErrors['scorm12']?.(textOf('imsmanifest.xml'))).toEqual([]);
    expect(textOf('imsmanifest.xml')).toContain(draft.title);
    const page = Object.keys(files).find((name) => name.endsWith('.html')) ?? '';
    for (const { title } of draft.lessons) expect(textOf(page)).toContain(title);
    for (const { question } of draft.quiz) expect(textOf(page)).toContain(question);
  });
});
