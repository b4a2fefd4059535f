import { beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';

const HTML = { accept: 'text/html,application/xhtml+xml' };

describe("the console's files", () => {
  let engine: SharedEngine;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });

  const get = (path: string, headers: Record<string, string> = HTML): Promise<Response> =>
    httpCall('GET', engine.url + path, { headers });
  const script = async (): Promise<string> =>
    /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text())?.[1] ?? 'none';

  it.each(['/', '/needs', '/needs?severity=4', '/drafts/draft_1'])('are loaded by the page at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<div id="console">');
  });

  it('are loaded by the page at the root for programs, too', async () => {
    expect((await get('/', { accept: '*/*' })).status).toBe(200);
  });

  it('run under a policy without inline code, inline styles or text that becomes code', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(await (await get('/')).text()).not.toMatch(/<script(?! type="module")|<style|style=/);
  });

  it('are kept by browsers for a year, and sent compressed', async () => {
    const response = await get(await script(), { 'accept-encoding': 'br' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  });

  it.each([
    '/engine/v1/admin/nothing',
    '/engine/nothing',
    '/engine/health/nothing',
    '/operator/nothing',
    '/learn/a/b',
    '/assets/gone.js',
    '/assets/..%2findex.html',
    '/assets//index.html',
    '/favicon.ico',
  ])('never answer for %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('are not the answer to programs, nor to changes', async () => {
    expect((await get('/needs', { accept: 'application/json' })).status).toBe(404);
    expect((await httpCall('POST', `${engine.url}/needs`, { headers: HTML })).status).toBe(404);
  });
});
