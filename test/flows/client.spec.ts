import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProblem, type Client, type Schemas, createClient, each, ifMatch } from '#client';
import { loggedInUser } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let api: Client;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  ({ api } = tenant);
});

const refusal = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const problem: unknown = await call.catch((error: unknown) => error);
  if (!(problem instanceof ApiProblem)) throw new Error('the call was not refused');
  return problem;
};

describe('the client', () => {
  it('sends path, query and body, and returns the response of the engine', async () => {
    const course: Schemas['CourseView'] = await api.createCourse({
      body: { title: 'Ladders', category: 'Safety & Health' },
    });
    expect(await api.publishCourse({ path: { id: course.id } })).toMatchObject({
      id: course.id,
      status: 'published',
      version: 2,
    });
    await api.createCourse({ body: { title: 'Scaffolds', category: 'Safety & Health' } });
    const titles = async (query: NonNullable<Parameters<Client['listCourses']>[0]>['query']): Promise<string[]> =>
      (await api.listCourses({ query })).items.map(({ title }) => title);
    expect(await titles({ status: ['published', 'draft'], category: 'safety & health' })).toEqual([
      'Scaffolds',
      'Ladders',
    ]);
    expect(await titles({ status: ['published'] })).toEqual(['Ladders']);
    await api.archiveCourse({ path: { id: course.id } });
    expect(await api.removeCourse({ path: { id: course.id } })).toBeUndefined();
    expect((await api.listCourses()).items).toHaveLength(1);
  });

  it('sends rows unchanged, and streams a file', async () => {
    const imported = await api.importWorkers({
      query: { dryRun: false },
      body: 'externalWorkerId,name\n1,Zoë\n',
      contentType: 'text/csv',
    });
    expect(imported).toMatchObject({ created: 1, failed: 0 });
    expect((await api.listWorkers()).items.map(({ name }) => name)).toEqual(['Zoë']);
    const file = await api.exportNeedsCsv();
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toContain('severity');
  });

  it('throws a refusal with its code and each refused field', async () => {
    expect(await refusal(api.createCourse({ body: { title: ' ' } }))).toMatchObject({
      status: 422,
      code: 'invalid',
      errors: [{ field: 'title', message: expect.any(String) }],
    });
    expect(await refusal(api.getNeed({ path: { id: 'need_1/../x' } }))).toMatchObject({
      status: 404,
      code: 'not_found',
      message: 'no such need',
      errors: [],
    });
    expect(await refusal(createClient({ baseUrl: engine.url, token: 'edt_wrong' }).getMe())).toMatchObject({
      status: 401,
      code: 'unauthorized',
    });
  });

  it('distinguishes a response of another server from a refusal', async () => {
    const proxy = createClient({
      baseUrl: 'http://proxy.example',
      fetch: () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })),
    });
    expect(await refusal(proxy.getMe())).toMatchObject({ status: 502, code: 'unreadable' });
  });

  it('returns the delay after which to retry', async () => {
    const body = JSON.stringify({
      type: 'about:blank',
      title: 'Unavailable',
      status: 503,
      code: 'unavailable',
      detail: 'later',
    });
    const busy = createClient({
      baseUrl: 'http://busy.example',
      fetch: () => Promise.resolve(new Response(body, { status: 503, headers: { 'retry-after': '2' } })),
    });
    expect(await refusal(busy.getMe())).toMatchObject({ code: 'unavailable', retryAfter: 2 });
  });

  it('changes the version that was read, unless somebody else was faster', async () => {
    const read = await api.createCourse({ body: { title: 'Ladders' } });
    const change = (title: string): Promise<Schemas['CourseView']> =>
      api.changeCourse({ path: { id: read.id }, header: ifMatch(read), body: { title } });
    expect(await change('Ladders and steps')).toMatchObject({ version: 2 });
    expect(await refusal(change('Steps'))).toMatchObject({ status: 412, code: 'stale' });
  });

  it('reads a list page by page, only as far as it is consumed', async () => {
    for (const title of ['one', 'two', 'three', 'four', 'five']) await api.createCourse({ body: { title } });
    const pages: Array<string | undefined> = [];
    const courses = (): AsyncGenerator<Schemas['CourseView']> =>
      each((page) => {
        pages.push(page.cursor);
        return api.listCourses({ query: { limit: 2, ...page } });
      });
    const titles: string[] = [];
    for await (const { title } of courses()) titles.push(title);
    expect(titles).toEqual(['five', 'four', 'three', 'two', 'one']);
    expect(pages).toEqual([undefined, expect.any(String), expect.any(String)]);
    for await (const { title } of courses()) if (title === 'four') break;
    expect(pages).toHaveLength(4);
  });

  it('calls from a browser with the cookie and the CSRF token of its session', async () => {
    const browser = await loggedInUser(tenant, { email: `ada@${tenant.slug}.example` });
    let csrfToken: string | null = null;
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const inBrowser = createClient({
      baseUrl: engine.url,
      csrf: () => csrfToken,
      fetch: (request) => {
        request.headers.set('cookie', cookie);
        return fetch(request);
      },
    });
    expect(await inBrowser.getMe()).toMatchObject({ role: 'admin' });
    expect(await refusal(inBrowser.createCourse({ body: { title: 'Mine' } }))).toMatchObject({
      status: 403,
      code: 'csrf_token',
    });
    ({ csrfToken } = await inBrowser.getSession());
    expect(await inBrowser.createCourse({ body: { title: 'Mine' } })).toMatchObject({ title: 'Mine' });
  });
});
