import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

interface Refusal {
  readonly status: number;
  readonly body: { readonly errors?: Array<{ field: string; message: string }> };
}

const fieldsOf = ({ status, body }: Refusal): unknown[] => [
  status,
  [...new Set(body.errors?.map(({ field }) => field))],
];

async function operator(method: string, path: string, body: object): Promise<Refusal> {
  const response = await engine.operator(method, path, body);
  return { status: response.status, body: (await response.json()) as Refusal['body'] };
}

describe.each([
  ['a NUL', 'a\0b'],
  ['half a surrogate pair', 'a\ud83db'],
])('a body that holds %s is refused by the name of its field', (_what, text) => {
  it('in the signal map, also as a type', async () => {
    expect(fieldsOf(await tenant.admin('PUT', '/signal-map', { map: { t: { topic: text, category: text } } }))).toEqual(
      [422, ['map.t.topic', 'map.t.category']],
    );
    expect(fieldsOf(await tenant.admin('PUT', '/signal-map', { map: { [text]: { topic: 'T' } } }))).toEqual([
      422,
      [`map.${text}`],
    ]);
  });

  it('in the operator API', async () => {
    expect(
      fieldsOf(await operator('POST', '/tenants', { slug: 'a', name: text, adminEmail: `${text}@example.com` })),
    ).toEqual([422, ['name', 'adminEmail']]);
    expect(fieldsOf(await operator('POST', '/tenants', { slug: text, name: 'a' }))).toEqual([422, ['slug']]);
    expect(fieldsOf(await operator('PATCH', `/tenants/${tenant.slug}`, { name: text, plan: text }))).toEqual([
      422,
      ['name', 'plan'],
    ]);
    expect(fieldsOf(await operator('POST', `/tenants/${tenant.slug}/tokens`, { role: 'viewer', name: text }))).toEqual([
      422,
      ['name'],
    ]);
  });

  it('in the admin API', async () => {
    expect(
      fieldsOf(
        await tenant.admin('POST', '/courses', {
          title: text,
          topics: [text],
          category: text,
          summary: text,
          content: text,
        }),
      ),
    ).toEqual([422, ['title', 'topics', 'category', 'summary', 'content']]);
    const worker = {
      name: text,
      externalWorkerId: text,
      email: `${text}@example.com`,
      learnerId: text,
      site: text,
      role: text,
      groups: [text],
    };
    expect(fieldsOf(await tenant.admin('POST', '/workers', worker))).toEqual([422, Object.keys(worker)]);
    expect(fieldsOf(await tenant.admin('POST', '/sites', { name: text }))).toEqual([422, ['name']]);
    expect(fieldsOf(await tenant.admin('POST', '/groups', { name: text }))).toEqual([422, ['name']]);
  });
});

describe('a query with NUL is refused by the name of its field', () => {
  it.each([
    [
      '/needs',
      ['status', 'severity', 'type', 'topic', 'site', 'worker', 'recommendation', 'q', 'sort', 'cursor', 'limit'],
    ],
    ['/signals', ['type', 'outcome', 'cursor']],
    ['/courses', ['status', 'category', 'q']],
    ['/workers', ['site', 'group', 'active', 'q']],
    ['/sites', ['q']],
    ['/groups', ['q']],
  ])('at %s', async (path, fields) => {
    for (const field of fields)
      expect([field, ...fieldsOf(await tenant.admin('GET', `${path}?${field}=a%00b`))]).toEqual([field, 422, [field]]);
  });

  it('and a query with invalid UTF-8 is no server error', async () => {
    for (const query of ['q=%ed%a0%80', 'type=%ff', 'site=%ed%a0%bd', 'worker=%ed%a0%80'])
      expect((await tenant.admin('GET', `/needs?${query}`)).status).toBeLessThan(500);
  });
});

it('a path with NUL names no tenant', async () => {
  expect((await operator('PATCH', `/tenants/${tenant.slug}%00`, { name: 'a' })).status).toBe(404);
  expect((await operator('POST', '/tenants/%00/tokens', { role: 'viewer', name: 'a' })).status).toBe(404);
});
