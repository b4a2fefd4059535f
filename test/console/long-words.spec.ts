import { expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { goTo, isCut } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

const LONG = 'working_at_heights_and_rescue_from_heights_'.repeat(2);

describeConsole('a long word', ({ browser, createTenant }) => {
  it('leaves room for the button beside it', async () => {
    const tenant = await createTenant();
    const options = ['No', 'The one who attached the load, and nobody else, even if they are told to by somebody else'];
    const quiz = [{ question: 'Who may loosen it?', options, answer: 1, rationale: 'They know how it hangs.' }];
    const course = await publishedCourse(tenant, { title: LONG, quiz });
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'A-1', site: `${'Long quay '.repeat(23)}4` });
    const { id } = await raisedNeed(tenant, { external_worker_id: 'A-1', topic: LONG });
    const phone = await browser.signIn(tenant, ADMIN, { path: `/needs?need=${id}`, phone: true });
    const another = await phone.getByRole('button', { name: 'Another course' }).boundingBox();
    expect((another?.x ?? 0) + (another?.width ?? 0)).toBeLessThan(390);

    // The name of whom it is offered to, and the right answer of a quiz.
    const email = `${'a'.repeat(60)}@${'b'.repeat(60)}.example.com`;
    const other = await raisedNeed(tenant, { email, topic: LONG });
    await goTo(phone, `/needs?need=${other.id}&act=offer&on=${other.id}`);
    await phone.getByRole('radio', { name: email }).waitFor();
    expect(await isCut(phone.locator('.dialog-body'))).toBe(false);
    await goTo(phone, `/library/${course.id}`);
    await phone.getByText('Who may loosen it?').waitFor();
    expect(await isCut(phone.locator('.course-page'))).toBe(false);

    const path = `/needs?topic=${LONG}&site=${LONG}&type=${LONG}&q=${LONG}`;
    const page = await browser.signIn(tenant, ADMIN, { path });
    const removals = page.getByRole('button', { name: /^Remove the filter/ });
    await removals.nth(3).waitFor();
    for (const removal of await removals.all()) {
      const chip = await removal.locator('..').boundingBox();
      const button = await removal.boundingBox();
      expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((chip?.x ?? 0) + (chip?.width ?? 0));
    }
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await goTo(page, '/people?tab=sites');
    await page.getByRole('link', { name: '1 person' }).click();
    await page.getByRole('link', { name: 'Ada' }).waitFor();
  });
});
