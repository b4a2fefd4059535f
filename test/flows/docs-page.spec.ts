import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenApi } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { snippets } from '../harness/snippets.js';
import { withProcess } from '../harness/with-process.js';

let engine: SharedEngine;
beforeAll(async () => {
  engine = await sharedEngine();
});

const get = (path: string): Promise<Response> => httpCall('GET', engine.url + path);

describe('the documentation', () => {
  /** The pages by their addresses: the first one, and all that it leads to. */
  let pages: Map<string, string>;

  beforeAll(async () => {
    const first = await (await get('/engine/docs')).text();
    const others = new Set([...first.matchAll(/href="(\/engine\/docs\/[^"#]+)/g)].map(([, path]) => path ?? ''));
    pages = new Map([['/engine/docs', first]]);
    for (const path of others) pages.set(path, await (await get(path)).text());
  });

  it('loads nothing, and runs only the script that its policy names', async () => {
    expect(pages.size).toBeGreaterThan(25);
    for (const path of pages.keys()) {
      const response = await get(path);
      const type = response.headers.get('content-type');
      expect([path, response.status, type]).toEqual([path, 200, 'text/html; charset=utf-8']);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
      const page = await response.text();
      const scripts = [...page.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(
        ([, source = '']) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
      );
      expect([path, scripts.map((hash) => `script-src ${hash};`)]).toEqual([path, policy.match(/script-src [^;]+;/g)]);
      const rest = page.replaceAll(/<script>.*?<\/script>/gs, '');
      expect(rest).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|\ssrc=|@import|url\(/);
    }
  });

  it('has no broken links, and no duplicate ids', () => {
    const idsOf = (page: string): string[] => [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '');
    const broken: string[] = [];
    for (const [path, page] of pages) {
      expect(idsOf(page)).toEqual([...new Set(idsOf(page))]);
      for (const [, target = '', hash = ''] of page.matchAll(/href="(\/engine\/docs[^"#]*)?(?:#([^"]*))?"/g)) {
        const there = pages.get(target === '' ? path : target);
        if (there === undefined || (hash !== '' && !idsOf(there).includes(hash)))
          broken.push(`${path}: ${target}#${hash}`);
      }
      expect([path, page.match(/href="[^"]*\.md[^"]*"/g)]).toEqual([path, null]);
    }
    expect(broken).toEqual([]);
  });

  it('has a valid order of headings', () => {
    for (const [path, page] of pages) {
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect([path, levels.filter((level) => level === 1)]).toEqual([path, [1]]);
      const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
      expect([path, skips]).toEqual([path, []]);
    }
  });

  it('shows every operation with an example request, and the three snippets', async () => {
    const all = [...pages.values()].join('');
    const document = (await (await get('/engine/openapi.json')).json()) as OpenApi;
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    for (const { operationId } of operations) expect(all).toContain(`<h3 id="${operationId}">`);
    expect(all.match(/<h4>Example<\/h4>/g)).toHaveLength(operations.length);
    const text = unescaped(pages.get('/engine/docs') ?? '');
    for (const snippet of Object.values(await snippets()))
      expect(text).toContain(snippet.replaceAll('http://127.0.0.1:3000', engine.url));
  });

  it('shows requests of lists and files that the engine accepts as they are', async () => {
    const tenant = await engine.createTenant();
    await tenant.api.createSite({ body: { name: 'Site A' } });
    const examples = [...unescaped([...pages.values()].join('')).matchAll(/curl -sS '[^']+\/v1\/admin(\/[^']+)'/g)];
    const paths = examples.map(([, path = '']) => path).filter((path) => !/_0|^\/events$/.test(path));
    const statuses = await Promise.all(paths.map(async (path) => [path, (await tenant.call('GET', path)).status]));
    expect(statuses).toEqual(paths.map((path) => [path, 200]));
    expect(paths.length).toBeGreaterThan(40);
    expect(unescaped(pages.get('/engine/docs/api/webhook') ?? '')).toContain('-H "x-edifyd-signature: $SIGNATURE"');
  });

  it('shows the fields of a referenced body: the target of an offer', () => {
    const needs = pages.get('/engine/docs/api/training-needs') ?? '';
    const [, offer = ''] = /<h3 id="offerNeed">(.*?)<h3 /s.exec(needs) ?? [];
    expect(offer).toContain('<code class="name">target</code>');
    expect(offer).toContain('<code class="name">kind</code>');
    expect(unescaped(offer)).toContain('curl -sS -X POST');
  });

  it('is searched by words, in calls and guides', async () => {
    const found = async (q: string): Promise<string> =>
      (await get(`/engine/docs/search?q=${encodeURIComponent(q)}`)).text();
    const links = (page: string): string[] =>
      [...page.split('<main')[1]!.matchAll(/<a href="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(links(await found('offer needs'))).toContain('/engine/docs/api/training-needs#offerNeed');
    expect(links(await found('turnstile')).join(' ')).toContain('/engine/docs/guides/readiness');
    for (const path of links(await found('secret'))) {
      const [page = '', hash = ''] = path.split('#');
      expect([path, pages.get(page)?.includes(hash === '' ? '' : ` id="${hash}"`)]).toEqual([path, true]);
    }
    const nothing = await found('"><script>alert(1)</script>');
    expect(nothing).toContain('Nothing found');
    expect(nothing).not.toContain('<script>alert');
    expect(await found('')).toContain('Nothing found');
    expect((await get(`/engine/docs/search?q=${'x'.repeat(201)}`)).status).toBe(422);
  });

  it('is small, and compressed for whoever accepts it', async () => {
    const bytes = async (url: string, accepted: string): Promise<number> =>
      (await engine.app.inject({ url, headers: { 'accept-encoding': accepted } })).rawPayload.length;
    expect(await bytes('/engine/docs', 'identity')).toBeLessThan(100_000);
    for (const path of ['/engine/docs', '/engine/openapi.json'])
      for (const encoding of ['gzip', 'br'])
        expect(await bytes(path, encoding)).toBeLessThan((await bytes(path, 'identity')) / 4);
  });

  it('answers unknown pages, and unknown paths below /engine, with a problem', async () => {
    for (const path of ['/engine/docs/api/nothing', '/engine/docs/guides/nothing', '/engine/docs/guides/..%2FREADME'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    const nowhere = await get('/engine/nowhere');
    expect(nowhere.status).toBe(404);
    expect(nowhere.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('shows the address of PUBLIC_URL, whatever the Host header is', async () => {
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const at = async (headers: Record<string, string>): Promise<string> =>
      (await engine.app.inject({ url: '/engine/docs', headers })).body;
    expect(await at(forged)).toBe(await at({ host: '127.0.0.1' }));
    expect(await at(forged)).toContain(`${engine.url}/engine/v1/integration/acme/webhook`);
    const environment = { PUBLIC_URL: 'https://training.acme.com' };
    await withProcess(engine, { worker: false, environment }, async (behindTls) => {
      const page = await (await httpCall('GET', `${behindTls.url}/engine/docs`)).text();
      expect(page).toContain('https://training.acme.com/engine/v1/integration/acme/webhook');
    });
  });
});

function unescaped(page: string): string {
  return page.replaceAll(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
}
