import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { boardShows } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { addRiggersAndClerk } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addRiggersAndClerk(tenant);
});
const course = async (title: string): Promise<string> => (await draftCourse(tenant, { title })).id;

describe('an import of requirements', () => {
  const send = async (table: string, query = '', type?: string) =>
    (await tenant.importRows(`/requirements${query}`, table, type)).body;
  const stored = async (): Promise<string[]> =>
    (
      await tenant.admin<{ items: Array<Schemas['RequirementView'] & { courseTitle: string | null }> }>(
        'GET',
        '/requirements?limit=200',
      )
    ).body.items
      .map(({ appliesTo, credential, courseTitle, severity, validDays }) =>
        [appliesTo.name ?? appliesTo.kind, credential ?? courseTitle, severity, validDays].filter(Boolean).join(' | '),
      )
      .toSorted();

  const MATRIX = 'Role;WAH licence;Fire Warden;First Aid\nRigger;x;365 S4;\nclerk;;required;S2\n';

  it('takes a matrix with roles as rows and trainings as columns', async () => {
    await course('Fire Warden');
    expect(await send(MATRIX, '?dryRun=true')).toMatchObject({ created: 4, failed: 0, errors: [] });
    expect(await stored()).toEqual([]);
    expect(await send(MATRIX)).toMatchObject({ created: 4, updated: 0, unchanged: 0, failed: 0 });
    expect(await stored()).toEqual([
      'Clerk | Fire Warden',
      'Clerk | First Aid | 2',
      'Rigger | Fire Warden | 4 | 365',
      'Rigger | WAH licence',
    ]);
    expect(await send(MATRIX)).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    expect(await send('Role,WAH licence\nRigger,S3\n')).toMatchObject({ updated: 1, unchanged: 0 });
    await boardShows(tenant, [
      'Ada | not_ready | training_missing 4 | credential_missing 3',
      'Cleo | not_ready | training_missing 4 | credential_missing 3',
      'Ben | at_risk | training_missing 3 | credential_missing 2',
    ]);
  });

  it('names the row and the column of each error, and stores nothing of such a row', async () => {
    await course('Fire Warden');
    const result = await send('Role,WAH licence,Fire Warden\nRigger,x,maybe\nPilot,x,x\nClerk,365,x\nClerk,x,\n');
    expect(result).toMatchObject({ created: 1, failed: 3 });
    expect(result.errors).toEqual([
      { row: 2, field: 'Fire Warden', message: expect.stringContaining('"maybe" is not understood') },
      { row: 3, field: 'Role', message: 'is a role that no worker has' },
      { row: 4, field: 'WAH licence', message: expect.stringContaining('365 valid days are for courses only') },
    ]);
    expect(await stored()).toEqual(['Clerk | WAH licence']);
  });

  it('asks which one is meant where a course and a credential have the same name', async () => {
    await course('First Aid');
    await addCredential(tenant, { externalWorkerId: 'W-1', name: 'First Aid' });
    expect((await send('Role,First Aid\nRigger,x\n')).errors).toEqual([
      { row: 2, field: 'First Aid', message: expect.stringContaining('"course: First Aid"') },
    ]);
    expect(await send('Role,course: First Aid,credential: First Aid\nRigger,x,x\n')).toMatchObject({ created: 2 });
  });

  it('takes a list, and lines of JSON with the fields of a requirement', async () => {
    const courseId = await course('Fire Warden');
    const list = `appliesTo.kind,appliesTo.name,credential,courseId,severity,validDays,graceDays,from
role,Rigger,WAH licence,,4,,14,2026-01-01
Everyone,,,Fire Warden,,365,,
site,West,First Aid,,,,,
site,North,First Aid,,,30,,
`;
    expect(await send(list)).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      failed: 2,
      dryRun: false,
      errors: [
        { row: 4, field: 'appliesTo.name', message: 'names no site' },
        { row: 5, field: 'validDays', message: expect.stringContaining('courses only') },
      ],
    });
    const lines = [
      { appliesTo: { kind: 'everyone' }, courseId, validDays: 30 },
      { appliesTo: { kind: 'group', name: 'Crew' }, credential: 'First Aid', severity: 1 },
      { appliesTo: 'everyone' },
    ];
    const result = await send(lines.map((line) => JSON.stringify(line)).join('\n'), '', 'application/x-ndjson');
    expect(result).toMatchObject({ created: 1, updated: 1, failed: 1, errors: [{ row: 3, field: 'credential' }] });
    expect(await stored()).toEqual(['Crew | First Aid | 1', 'Rigger | WAH licence | 4', 'everyone | Fire Warden | 30']);
  });

  it('keeps what somebody else changes in the meantime', async () => {
    const courseId = await course('Fire Warden');
    const { id } = await addRequirement(tenant, { courseId });
    await engine.database.inTransaction(async (tx) => {
      // The import has read the requirements when it waits for this one.
      await tx.query(
        `insert into requirement (tenant_id, id, audience_kind, credential, credential_key)
         values ($1, uuid_next(), 'everyone', 'First Aid', 'first aid')`,
        [tenant.id],
      );
      const imported = send(
        'appliesTo.kind,credential,course,validDays\neveryone,First Aid,,\neveryone,,Fire Warden,30\n',
      );
      await eventuallyLocked(engine);
      const changed = tenant.api.changeRequirement({ path: { id }, body: { severity: 4 } });
      await Promise.race([changed, eventuallyLocked(engine, 2)]);
      await tx.query('rollback');
      expect(await imported).toMatchObject({ created: 1, updated: 1, failed: 0 });
      await changed;
    });
    expect(await stored()).toEqual(['everyone | Fire Warden | 4 | 30', 'everyone | First Aid']);
  });

  it('is refused as a whole where its header is wrong', async () => {
    expect((await send('Role\nRigger\n')).code).toBe('invalid');
    expect((await send('Role,WAH,wah\nRigger,x,x\n')).code).toBe('invalid');
    expect((await send('kind,credential,colour\nrole,A,red\n')).code).toBe('invalid');
  });
});
