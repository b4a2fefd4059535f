import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { consoleUser } from '../factories/users.js';
import { addWorker } from '../factories/workers.js';
import { differenceFrom } from '../harness/compared-picture.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url));
/** Where a page is, and what shows that it is complete. */
const PAGES = {
  needs: ['/needs', 'Working at Heights'],
  library: ['/library?tab=match', 'Match'],
  requirements: ['/readiness/requirements', 'Requirements'],
  connectors: ['/connectors?tab=outgoing', 'Outgoing'],
  rules: ['/settings?tab=rules', 'Time zone'],
  components: ['/components', 'Components'],
} as const;

/** In the short form, each page has one look. */
const LOOKS = scaled(2, 1);

/** Times and addresses, which differ each time. */
const hidden = (page: Page): Locator[] => [page.locator('.c-seen, time, .mono, code, pre')];

describeConsole('the console', ({ browser }) => {
  let engine: TestEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await startEngine();
    tenant = await engine.createTenant('acme');
    await consoleUser(tenant, { email: ADMIN });
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1', site: 'Site A' });
    await publishedCourse(tenant, { title: 'Height Safety Essentials', topics: ['Working at Heights'] });
    for (const [topic, severity] of [
      ['Working at Heights', 4],
      ['Confined Space', 3],
      ['Spill kit', 1],
    ] as const)
      await sendSignal(tenant, { external_worker_id: 'W-1', topic, severity }, 'audit');
    await tenant.resolvedNeeds();
  });
  afterAll(async () => {
    await engine?.close();
  });

  it.each([
    ['desktop', 'light', 0],
    ['phone', 'dark', 1],
  ] as const)(
    'looks as before on a %s, %s',
    async (screen, colorScheme, turn) => {
      const page = await browser.signIn(tenant, ADMIN, { phone: screen === 'phone' });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const differences: string[] = [];
      for (const [index, [name, [path, sign]]] of Object.entries(PAGES).entries()) {
        if (index % LOOKS !== turn % LOOKS) continue;
        await page.goto(`${engine.url}${path}`);
        await page.getByText(sign).first().waitFor();
        await page.getByText('Live', { exact: true }).first().waitFor({ state: 'attached' });
        const difference = await differenceFrom(`${FOLDER}${name}-${screen}-${colorScheme}.png`, page, hidden(page));
        if (difference !== null) differences.push(difference);
      }
      expect(differences).toEqual([]);
    },
    90_000,
  );
});
