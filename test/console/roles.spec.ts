import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { startDraft } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import { addRequirement } from '../factories/requirements.js';
import { consoleUser } from '../factories/users.js';
import { addWorker } from '../factories/workers.js';
import { visit } from '../harness/console-browser.js';
import { CONSOLE_PAGES } from '../harness/console-pages.js';
import { describeConsole } from './describe-console.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

/** In the short form, each page is opened by one of the two. */
const ROLES = scaled(2, 1);

describeConsole('somebody who is no admin', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  /** Pages of what the tenant has. */
  let records: readonly string[];
  beforeAll(async () => {
    tenant = await createTenant();
    const course = await publishedCourse(tenant, { title: 'Ladders', content: 'Climb.' });
    const worker = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'A-1', site: 'Yard' });
    await tenant.api.createCredential({ body: { externalWorkerId: 'A-1', name: 'Forklift', expiresAt: '2026-01-31' } });
    await addRequirement(tenant, { courseId: course.id });
    const { id } = await raisedNeed(tenant, { site: 'Yard', topic: 'Rigging', severity: 4 });
    const draftId = await startDraft(tenant, id);
    records = [`/readiness/${worker.id}`, `/library/${course.id}`, `/drafts/${draftId}`, `/needs?need=${id}`];
  });

  it.each([
    ['viewer', 0],
    ['author', 1],
  ] as const)(
    'meets no page that fails, and is told why a control is off: %s',
    async (role, turn) => {
      const email = `${role}@example.com`;
      await consoleUser(tenant, { email, role });
      const page = await browser.signIn(tenant, email);
      const refusals: string[] = [];
      page.on('response', (response) => {
        // A busy engine answers 503, and the page asks again.
        if (response.status() >= 400 && response.status() !== 503)
          refusals.push(`${response.status()} ${new URL(response.url()).pathname} on ${page.url()}`);
      });
      const silent: string[] = [];
      const paths = [...CONSOLE_PAGES, '/audit', '/settings', '/settings?tab=rules', '/connectors', ...records];
      for (const path of paths.filter((_path, index) => index % ROLES === turn % ROLES)) {
        await visit(page, path);
        for (const problem of await page.getByRole('main').getByRole('alert').allInnerTexts())
          silent.push(`${path}: ${problem}`);
        for (const control of await page.getByRole('main').locator('[aria-disabled="true"]').all())
          if ((await control.getAttribute('title')) === null)
            silent.push(`${path}: ${await control.innerText()} is off`);
        for (const link of await page.getByRole('main').locator('a[download]').all()) {
          const { href } = new URL((await link.getAttribute('href')) ?? '', page.url());
          const status = (await page.request.get(href)).status();
          if (![200, 503].includes(status)) refusals.push(`${status} for ${await link.innerText()} on ${path}`);
        }
      }
      expect(refusals).toEqual([]);
      expect(silent).toEqual([]);
    },
    90_000,
  );

  it('is told why by a control that is off, where a pointer cannot rest on it', async () => {
    const email = 'touch@example.com';
    await consoleUser(tenant, { email, role: 'viewer' });
    // An address with the dialog of an action, as the board links to it, opens none.
    const page = await browser.signIn(tenant, email, { path: `${records.at(-1)}&act=offer`, phone: true });
    const control = page.locator('button[aria-disabled="true"][title]').first();
    const reason = await control.getAttribute('title');
    await control.click({ force: true });
    await page.locator('.toast', { hasText: reason ?? '' }).waitFor();
    expect(reason).toMatch(/\w/);
    expect(await page.locator('.dialog').count()).toBe(0);
  });

  it('sees at once what a new role allows', async () => {
    const email = 'new@example.com';
    await consoleUser(tenant, { email, role: 'viewer' });
    const page = await browser.signIn(tenant, email, { path: records.at(-1) });
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    const offer = page.getByRole('button', { name: 'Offer course' });
    await offer.and(page.locator('[aria-disabled="true"]')).waitFor();
    const { items } = await tenant.api.listUsers();
    const { id = '' } = items.find((user) => user.email === email) ?? {};
    await tenant.api.changeUser({ path: { id }, body: { role: 'admin' } });
    await offer.and(page.locator(':not([aria-disabled="true"])')).waitFor();
    expect(await page.getByRole('complementary', { name: 'Navigation' }).innerText()).toContain('Admin');
  });
});
