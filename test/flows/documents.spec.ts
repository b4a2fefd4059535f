import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { statementsDuring } from '../contract/statements.js';
import { auditOf } from '../factories/audit.js';
import { PROCEDURE, docxOf, pdfOf, uploadDocument } from '../harness/documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

const INSPECTION = 'Inspect the harness before each use.';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const markdown = (content = PROCEDURE, version?: string) =>
  uploadDocument(tenant, { title: 'Forklift procedure', name: 'f.md', content, ...(version && { version }) });
const search = async (q: string): Promise<ReadonlyArray<Schemas['FoundPassage']>> =>
  (await tenant.api.searchDocuments({ query: { q } })).items;

describe('a document of the tenant', () => {
  it('is split into passages under its headings, which are found by their words in any form', async () => {
    const { status, body } = await markdown();
    expect({ status, ...body }).toMatchObject({ status: 201, version: '1', revision: 1, passages: 2 });
    const path = { id: body.id ?? '' };
    const { items } = await tenant.api.getDocumentPassages({ path });
    expect(items.map(({ section }) => section)).toEqual([
      'Forklift procedure › 1 Before the shift',
      'Forklift procedure › 2 Driving › 2.1 Speed',
    ]);
    const filtered = await tenant.api.getDocumentPassages({ path, query: { q: 'tyre' } });
    expect(filtered.items).toMatchObject([{ documentId: body.id, title: 'Forklift procedure' }]);
    const [best, ...others] = await search('speeds where people are walking');
    expect(others).toEqual([]);
    const text = expect.stringContaining('6 km/h');
    expect(best).toMatchObject({ documentId: body.id, title: 'Forklift procedure', text });
    expect(await search('scaffold')).toEqual([]);
    const byShare = await search('driving in the halls on worn tyres');
    expect(byShare.map(({ section }) => section)).toEqual(items.map(({ section }) => section).toReversed());
  });

  it('is searched without reading the words that are not asked for', async () => {
    await markdown();
    const sent = await statementsDuring(engine.database, () => search('forks, halls and forklifts'));
    const [reading, ...others] = sent.filter(({ text }) => /\bfrom passage\b|"passage"/.test(text) && /@@/.test(text));
    const read = await engine.database.asApp(async (app) => {
      await app.query('begin');
      await app.query(`select set_config('app.tenant_id', $1, true)`, [tenant.id]);
      return (await app.query<{ words: string[] }>(reading?.text ?? '', [...(reading?.values ?? [])])).rows;
    });
    expect(others).toEqual([]);
    expect(read.map(({ words }) => words.toSorted())).toEqual([
      ['fork', 'forklift'],
      ['forklift', 'hall'],
    ]);
  });

  it.each<[string, () => Promise<string | Uint8Array> | string | Uint8Array]>([
    ['text.txt', () => `4.2 Inspection before use\n${INSPECTION}\n`],
    ['word.docx', () => docxOf(['# Harness', '## Inspection before use', INSPECTION])],
    ['portable.pdf', () => pdfOf([['4.2 Inspection before use', INSPECTION], ['Page two']])],
  ])('may be %s', async (name, content) => {
    const { status } = await uploadDocument(tenant, { title: 'Harness', name, content: await content() });
    expect(status).toBe(201);
    expect((await search('inspecting harnesses'))[0]).toMatchObject({
      section: expect.stringContaining('Inspection before use'),
      text: expect.stringContaining(INSPECTION),
    });
  });

  it('says which pages of a PDF have no text, such as scanned ones', async () => {
    const content = await pdfOf([['Wear a helmet.'], [], ['Wear gloves.'], []]);
    const { body } = await uploadDocument(tenant, { title: 'Yard rules', name: 'yard.pdf', content });
    expect(await tenant.api.getDocument({ path: { id: body.id ?? '' } })).toMatchObject({ pagesWithoutText: [2, 4] });
  });

  it('has the rows of a table of Word as lines, whatever is in their cells', async () => {
    const content = docxOf(['# Limits', 'Load | Speed', '2 t | 6 km/h / in halls', 'Ask the shift leader.']);
    const { body } = await uploadDocument(tenant, { title: 'Limits', name: 'limits.docx', content });
    const { items } = await tenant.api.getDocumentPassages({ path: { id: body.id ?? '' } });
    expect(items.map(({ text }) => text.split(/\n+/))).toEqual([
      ['Load | Speed', '2 t | 6 km/h in halls', 'Ask the shift leader.'],
    ]);
  });

  it('has versions: passages of the current one are found, and the same content again changes nothing', async () => {
    const { body } = await markdown(PROCEDURE, '3.0');
    expect((await markdown(PROCEDURE, '3.0')).body).toEqual(body);
    expect(await markdown('# Other\n\nDrive at 8 km/h.', '3.0')).toMatchObject(refusal(409, 'version_exists'));
    const next = await markdown('# Forklift procedure\n\nDrive at most 8 km/h.', '3.1');
    expect(next.body).toMatchObject({ id: body.id, version: '3.1', revision: 2, passages: 1 });
    expect((await search('drive')).map(({ text }) => text)).toEqual(['Drive at most 8 km/h.']);
  });

  it('gets the next number as its version where none is given, and never the label of the version before', async () => {
    const shown: unknown[] = [];
    for (const [index, version] of ['2', undefined, undefined, 'Spring', undefined].entries())
      shown.push((await markdown(`# Procedure\n\n${index}`, version)).body.version);
    expect(shown).toEqual(['2', '3', '4', 'Spring', '5']);
  });

  it('has a new version where the title differs in blanks and in how its accents are encoded', async () => {
    const upload = (title: string, content: string) => uploadDocument(tenant, { title, name: 'f.md', content });
    const { body } = await upload('Sécurité  incendie', '# Un');
    const path = { id: body.id ?? '' };
    await upload('SE\u0301CURITE\u0301 incendie', '# Deux');
    // As an earlier release stored it.
    const before = 'update document set title_key = $2 where tenant_id = $1';
    await engine.database.query(before, [tenant.id, 'sécurité  incendie']);
    expect((await upload('Sécurité  incendie', '# Trois')).body).toMatchObject({ ...path, revision: 3 });
    const { items } = await tenant.api.listDocuments({ query: { q: 'curite\u0301' } });
    expect(items).toMatchObject([{ ...path, title: 'Sécurité  incendie' }]);
  });

  it('is refused where the documents of the tenant have as many passages as a search can read', async () => {
    await markdown();
    await engine.database.query('update document set passages = 49999 where tenant_id = $1', [tenant.id]);
    const content = '# Rungs\n\nInspect each.\n\n# Feet\n\nInspect both.';
    const other = { title: 'Ladders', name: 'ladders.md', content };
    expect((await uploadDocument(tenant, other)).body).toMatchObject({ code: 'too_many_passages' });
    expect((await markdown('# Forklift\n\nDrive slowly.', '2')).body).toMatchObject({ version: '2', passages: 1 });
    expect((await uploadDocument(tenant, other)).status).toBe(201);
  });

  it('is deleted with its passages, and audited', async () => {
    const { body } = await markdown();
    expect((await tenant.admin('DELETE', `/documents/${body.id}`)).status).toBe(204);
    expect((await tenant.admin('GET', `/documents/${body.id}`)).status).toBe(404);
    expect(await search('forks')).toEqual([]);
    const actions = (await auditOf(tenant)).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(['document.uploaded', 'document.deleted']);
  });

  it('is not found by another tenant', async () => {
    await markdown();
    tenant = await engine.createTenant();
    expect(await search('forks')).toEqual([]);
  });
});
