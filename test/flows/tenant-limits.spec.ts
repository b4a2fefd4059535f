import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { uploadDocument } from '../harness/documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** How calls that are made at once are answered: how many are accepted, and the code of each of the others. */
async function outcomesOf(
  calls: ReadonlyArray<Promise<{ status: number; body: { code?: string } }>>,
): Promise<readonly unknown[]> {
  const answers = await Promise.all(calls);
  const refused = answers.filter(({ status }) => status !== 201);
  return [answers.length - refused.length, ...refused.map(({ status, body }) => `${status} ${body.code}`)];
}

describe('a tenant that has one less than it may have', () => {
  it('of 500 documents gets one of two that two processes get at once, and new versions of all', async () => {
    await engine.database.query(
      `insert into document (tenant_id, id, title, title_key, version, media_type, bytes, digest, passages, uploaded_by)
       select $1, gen_random_uuid(), 'Manual ' || n, 'manual ' || n, '1', 'text/markdown', 1, '', 0, 'x'
       from generate_series(1, 499) n`,
      [tenant.id],
    );
    const upload = (title: string, to = tenant) =>
      uploadDocument(to, { title, name: 'a.md', content: `# ${title}\n\nRules.` });
    await withProcess(engine, { worker: false }, (other) =>
      engine.database.inTransaction(async (tx) => {
        // Both uploads have counted the documents before one of them is stored, unless they take turns.
        await tx.query('lock table passage in exclusive mode');
        const outcomes = outcomesOf([upload('A'), upload('B', tenant.at(other.url))]);
        await eventuallyLocked(engine, 2);
        await tx.query('commit');
        expect(await outcomes).toEqual([1, '409 too_many_documents']);
      }),
    );
    expect((await upload('Manual 7')).status).toBe(201);
  });

  it('of four live signing secrets gets one of two that are created at once', async () => {
    for (const name of ['a', 'b']) await tenant.api.createSigningSecret({ body: { name } });
    await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table signing_secret in exclusive mode');
      const create = (name: string) => tenant.admin<Schemas['Problem']>('POST', '/secrets', { name });
      const outcomes = outcomesOf([create('c'), create('d')]);
      await eventuallyLocked(engine, 2);
      await tx.query('commit');
      expect(await outcomes).toEqual([1, '409 too_many_secrets']);
    });
  });

  it('of 10,000 requirements gets one of several that are entered at once, and none from an import', async () => {
    await engine.database.query(
      `insert into requirement (tenant_id, id, audience_kind, credential, credential_key)
       select $1, gen_random_uuid(), 'everyone', 'Licence ' || n, 'licence ' || n from generate_series(1, 9999) n`,
      [tenant.id],
    );
    const add = (credential: string) =>
      tenant.admin<Schemas['Problem']>('POST', '/requirements', { appliesTo: { kind: 'everyone' }, credential });
    const refused = '409 too_many_requirements';
    expect(await outcomesOf(['First aid', 'Rigging', 'Slinging'].map(add))).toEqual([1, refused, refused]);
    const rows = 'appliesTo.kind,credential,severity\neveryone,Licence 7,4\neveryone,Welding,4\n';
    expect((await tenant.importRows('/requirements', rows)).body).toMatchObject({
      created: 0,
      updated: 1,
      failed: 1,
      errors: [{ row: 3, message: 'a tenant has at most 10000 requirements' }],
    });
  });
});
