import { expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';

/** Half an hour from all zones with whole hours, so that its minutes differ from those of UTC. */
const ZONE = 'Asia/Kolkata';

function timeIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format();
}

describeConsole('the time zone of a tenant', ({ browser, createTenant }) => {
  it('is followed by a screen on the wall, and by the time of an error, once somebody has changed it', async () => {
    const tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    const wall = await browser.signIn(tenant, ADMIN, { path: '/readiness/wall' });
    const time = wall.getByText(/^As of .*\d\d:\d\d\.$/);
    const isIn = (timeZone: string) =>
      eventually(async () => expect(await time.innerText()).toContain(` ${timeIn(timeZone)}.`));
    await isIn('UTC');
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    await page.getByRole('link', { name: 'Jordan Blake' }).waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();

    await tenant.api.replaceReadinessPolicy({ body: { timeZone: ZONE } });
    await isIn(ZONE);
    await page.getByText('Times are those of Asia/Kolkata.').waitFor();
    await page.route('**/admin/sites?*', (route) => route.fulfill({ status: 500 }));
    const before = timeIn(ZONE);
    await page.getByRole('link', { name: 'Sites' }).click();
    const at = page.getByText(/^500 unreadable, /);
    await at.waitFor();
    expect([before, timeIn(ZONE)]).toContain((await at.innerText()).slice(-8, -3));
  });
});
