import { beforeAll, describe, expect, it } from '@jest/globals';
import { draftCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const KIB = 1024;
const COUNT = 12;
/** What a page holds at most (libs/platform/http/page.ts), and room for what is around it. */
const MAX_PAGE_BYTES = 1_100 * KIB;

interface Page {
  readonly items: ReadonlyArray<{ readonly id: string }>;
  readonly nextCursor: string | null;
}

describe('a list of large items', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    tenant = await engine.createTenant();
    for (let index = 0; index < COUNT; index++) {
      await sendSignal(tenant, { site: 'S', topic: 'T', payload: { note: 'x'.repeat(200 * KIB) } });
      await draftCourse(tenant, { title: `Course ${index}`, content: 'é'.repeat(100_000) });
      const map = Object.fromEntries(
        Array.from({ length: 1_000 }, (_value, type) => [`type ${type}`, { topic: `${index} ${'t'.repeat(240)}` }]),
      );
      await tenant.admin('PUT', '/signal-map', { map });
    }
  });

  it.each([
    ['/signals', COUNT],
    ['/courses', COUNT],
    ['/audit', 2 * COUNT + 2],
  ])('has pages with as many as fit, and all items on all pages: %s', async (path, count) => {
    const seen = new Set<string>();
    let pages = 0;
    for (let cursor: string | null = ''; cursor !== null; pages++) {
      const response = await tenant.call('GET', `${path}?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const text = await response.text();
      expect(text.length).toBeLessThan(MAX_PAGE_BYTES);
      const { items, nextCursor } = JSON.parse(text) as Page;
      expect(items.length).toBeGreaterThan(0);
      for (const { id } of items) seen.add(id);
      cursor = nextCursor;
    }
    expect([seen.size, pages > 1]).toEqual([count, true]);
  });

  it('of the signals of a need has the latest ones, as many as fit', async () => {
    const { items } = (await tenant.admin<Page>('GET', '/needs')).body;
    const { signals } = (await tenant.admin<{ signals: unknown[] }>('GET', `/needs/${items[0]?.id}`)).body;
    expect(signals.length).toBe(5);
  });
});
