import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InputOf } from '#client';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { enterSynonym, recommendedFor, suggestedSynonym } from '../factories/synonyms.js';
import { asRole } from '../factories/tokens.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal, refusedFields } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const CRANE = 'Overhead Crane Operation';

describe('synonyms', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let crane: string;

  const publish = async (title: string) => (await publishedCourse(tenant, { title })).id;
  const topics = async (query: InputOf<'listSynonyms'>['query'] = {}): Promise<string[]> =>
    (await tenant.api.listSynonyms({ query })).items.map(({ topic }) => topic);

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    crane = await publish(CRANE);
  });

  describe('that are entered', () => {
    it('for a course apply at once: open needs are matched again', async () => {
      await sendSignal(tenant, { site: 'Yard', topic: 'the_beast' });
      expect((await tenant.resolvedNeeds()).map(({ recommendation }) => recommendation.kind)).toEqual(['author_one']);
      const sent = { topic: ' The Beast ', courseId: crane };
      const { status, body, headers } = await tenant.admin('POST', '/topics/synonyms', sent);
      expect([status, headers.get('etag')]).toEqual([201, '"1"']);
      expect(body).toEqual({
        id: expect.stringMatching(/^syn_[0-9a-z]{26}$/),
        topic: 'The Beast',
        courseId: crane,
        courseTitle: CRANE,
        means: null,
        status: 'accepted',
        origin: 'entered',
        corrections: 0,
        why: [],
        learnedFrom: [],
        version: 1,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        updatedAt: expect.any(String),
      });
      await eventually(async () => {
        const [need] = await tenant.resolvedNeeds();
        const evidence = [`"the_beast" means "${CRANE}" here`];
        expect(need?.recommendation).toEqual({ kind: 'course', courseId: crane, title: CRANE, score: 1, evidence });
      });
    });

    it('for another topic apply at once', async () => {
      await enterSynonym(tenant, { topic: 'The Beast', means: 'Overhead crane' });
      expect(await recommendedFor(tenant, 'The Beast')).toBe(crane);
    });

    it('are unique per topic, whatever its case', async () => {
      await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
      const other = await publish('Manual Handling');
      const taken = refusal(409, 'synonym_taken');
      for (const meaning of [{ courseId: other }, { courseId: crane }, { means: 'Lifting' }])
        for (const topic of ['THE_BEAST', 'the beast'])
          expect(await tenant.admin('POST', '/topics/synonyms', { topic, ...meaning })).toMatchObject(taken);
    });

    it('replace a suggested or rejected one with the same meaning, which becomes accepted', async () => {
      const { id } = await suggestedSynonym(engine, tenant, 'The Beast', crane);
      const same = { topic: 'the beast', courseId: crane };
      const accepted = { id, status: 'accepted', origin: 'learned', corrections: 1 };
      expect(await enterSynonym(tenant, same)).toMatchObject(accepted);
      await tenant.admin('POST', `/topics/synonyms/${id}/reject`);
      expect(await enterSynonym(tenant, same)).toMatchObject({ id, status: 'accepted' });
    });

    it.each<[string, object, string[]]>([
      ['nothing', {}, ['topic']],
      ['no meaning', { topic: 'a' }, ['courseId']],
      ['two meanings', { topic: 'a', means: 'b', courseId: 'crs_01jd00000000000000000000zz' }, ['means']],
      ['a blank topic', { topic: ' ', means: 'b' }, ['topic']],
      ['long texts', { topic: 'x'.repeat(256), means: 'x'.repeat(256) }, ['means', 'topic']],
      ['itself', { topic: 'The Beast', means: 'the_beast' }, ['means']],
      ['a course that is none', { topic: 'a', courseId: 'crs_01jd00000000000000000000zz' }, ['courseId']],
      ['an id that is none', { topic: 'a', courseId: 'wrk_01jd00000000000000000000zz' }, ['courseId']],
      ['null', { topic: 'a', means: null }, ['means']],
      ['unknown fields', { topic: 'a', means: 'b', status: 'accepted' }, ['status']],
    ])('are refused with %s', async (_what, body, fields) => {
      expect(refusedFields(await tenant.admin('POST', '/topics/synonyms', body))).toEqual(fields);
    });
  });

  it('are listed newest first, by status, origin, course and part of the topic', async () => {
    await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
    await enterSynonym(tenant, { topic: '100% lifts', means: 'Lifting' });
    await suggestedSynonym(engine, tenant, 'The Monster', crane);
    expect(await topics()).toEqual(['The Monster', '100% lifts', 'The Beast']);
    expect(await topics({ status: ['suggested', 'rejected'] })).toEqual(['The Monster']);
    expect(await topics({ origin: 'entered' })).toEqual(['100% lifts', 'The Beast']);
    expect(await topics({ courseId: crane })).toEqual(['The Monster', 'The Beast']);
    expect(await topics({ courseId: 'crs_nonsense' })).toEqual([]);
    expect(await topics({ q: 'THE' })).toEqual(['The Monster', 'The Beast']);
    expect(await topics({ q: '%' })).toEqual(['100% lifts']);
    expect(refusedFields(await tenant.admin('GET', '/topics/synonyms?status=gone'))).toEqual(['status']);
  });

  it('are in the audit log', async () => {
    const { id } = await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
    await tenant.admin('PATCH', `/topics/synonyms/${id}`, { means: 'Lifting' });
    await tenant.admin('POST', `/topics/synonyms/${id}/reject`);
    await tenant.admin('POST', `/topics/synonyms/${id}/reject`);
    await tenant.admin('DELETE', `/topics/synonyms/${id}`);
    const actor = 'token:first admin';
    const beast = { topic: 'The Beast', courseId: crane, means: null };
    const lifting = { topic: 'The Beast', courseId: null, means: 'Lifting' };
    expect(await auditOf(tenant, { subject: 'synonym' })).toEqual([
      { action: 'synonym.entered', actor, before: null, after: { ...beast, status: 'accepted' } },
      { action: 'synonym.changed', actor, before: beast, after: lifting },
      { action: 'synonym.rejected', actor, before: { status: 'accepted' }, after: { status: 'rejected' } },
      { action: 'synonym.deleted', actor, before: { ...lifting, status: 'rejected' }, after: null },
    ]);
  });

  it('are read by viewers and written by authors', async () => {
    const viewer = await asRole(tenant, 'viewer');
    const author = await asRole(tenant, 'author');
    const { id } = await enterSynonym(author, { topic: 'The Beast', courseId: crane });
    expect((await viewer.admin('GET', `/topics/synonyms/${id}`)).status).toBe(200);
    expect((await viewer.admin('POST', '/topics/synonyms', { topic: 'b', means: 'c' })).status).toBe(403);
    expect((await viewer.admin('POST', `/topics/synonyms/${id}/reject`)).status).toBe(403);
  });

  it('apply in their own tenant only', async () => {
    await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
    const other = await engine.createTenant();
    await publishedCourse(other, { title: CRANE });
    expect(await recommendedFor(other, 'The Beast')).toBeNull();
    expect((await other.api.listSynonyms()).items).toEqual([]);
    const foreign = await other.admin('POST', '/topics/synonyms', { topic: 'a', courseId: crane });
    expect(refusedFields(foreign)).toEqual(['courseId']);
    expect(await recommendedFor(tenant, 'The Beast')).toBe(crane);
  });
});
