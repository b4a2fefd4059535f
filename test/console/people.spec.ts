import { beforeAll, expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { cancel, clickInDialog, goTo, look } from '../harness/console-browser.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the directory', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jürgen Groß', externalWorkerId: 'E-1', site: 'Dock 4' });
    await addWorker(tenant, { name: 'Mia Chen', externalWorkerId: 'E-2', site: 'Dock 4' });
  });

  it('renames sites, fills groups, and lets a person leave', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=sites' });
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Site', exact: true }).fill('Dock 5');
    await clickInDialog(page, /Save/);
    await page.getByText('also Dock 4').waitFor();
    expect(await page.getByRole('button', { name: 'Delete' }).getAttribute('title')).toBe(
      'Only a site where nobody works can be deleted.',
    );
    expect(await look(page, 'sites')).toEqual([]);
    await page.getByRole('link', { name: 'Groups' }).click();
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByRole('textbox', { name: 'Group' }).fill('Riggers');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Members' }).click();
    await page.getByRole('combobox', { name: 'Add a person' }).fill('Mia');
    await page.getByRole('option', { name: /Mia Chen/ }).click();
    expect(await look(page, 'members')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('row', { name: /Riggers 1 person/ }).waitFor();

    await page.getByRole('link', { name: 'Sites' }).click();
    await page.getByRole('link', { name: '2 people' }).click();
    await page.getByRole('button', { name: 'Edit Mia Chen' }).click();
    await page.getByRole('checkbox', { name: /Has left/ }).check();
    // The message about the group, which stays for ten seconds, is not in the way.
    const dialog = page.getByRole('dialog', { name: 'Edit Mia Chen' });
    await dialog.getByRole('button', { name: /Save/ }).click({ timeout: 5_000 });
    // Nothing behind an open dialog has a role.
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Mia Chen' }).waitFor({ state: 'detached' });
    expect(await look(page, 'people')).toEqual([]);
    expect((await tenant.api.listWorkers({ query: { active: 'false' } })).items).toMatchObject([
      { name: 'Mia Chen', site: 'Dock 5' },
    ]);
    await page.getByRole('link', { name: 'Groups' }).click();
    await page.getByRole('row', { name: /Riggers 0 people/ }).waitFor();
    await page.getByRole('button', { name: 'Members' }).click();
    await page.getByRole('dialog').getByRole('list', { name: 'Members' }).waitFor({ state: 'attached' });
    // Who was shown before is, until the members are read.
    await page.getByRole('dialog').getByRole('listitem').waitFor({ state: 'detached' });
  });

  it('says of a search without a hit that nothing matches, and not that nothing is there', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    for (const path of [
      '/people?tab=sites&q=nowhere',
      '/people?tab=onboarding&q=nowhere',
      '/readiness/requirements?q=nowhere',
      '/library?tab=synonyms&q=nowhere',
    ]) {
      await goTo(page, path);
      await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    }
    await goTo(page, '/automation');
    await page.getByText('No signal has arrived yet.').waitFor();
    await goTo(page, '/people?site=Nor');
    await page.getByText('Nobody matches').waitFor();
    expect(await page.getByLabel('Site').getAttribute('placeholder')).toBe('Whole name of a site');
    await goTo(page, '/readiness?asOf=2020-01-01');
    await page.getByRole('heading', { name: 'The directory had nobody on this day' }).waitFor();
    expect(browser.faults).toEqual([]);
  });

  it('leaves groups with a comma as they are when others are changed, and shows what colleagues change', async () => {
    const ann = { name: 'Ann Lee', externalWorkerId: 'G-1', email: 'änn@example.com', groups: ['Crew A, night'] };
    const { id } = await addWorker(tenant, ann);
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?q=Ann' });
    await page.getByRole('button', { name: 'Edit Ann Lee' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Anne Lee');
    await clickInDialog(page, /Save/);
    await page.getByRole('dialog', { name: /Edit/ }).waitFor({ state: 'detached' });
    expect(await tenant.api.getWorker({ path: { id } })).toMatchObject({ name: 'Anne Lee', groups: ['Crew A, night'] });
    await page.getByRole('button', { name: 'Edit Anne Lee' }).click();
    await page.getByLabel('Groups').fill('Welders, Crew A, night');
    await clickInDialog(page, /Save/);
    await page.getByRole('dialog', { name: /Edit/ }).waitFor({ state: 'detached' });
    const { groups } = await tenant.api.getWorker({ path: { id } });
    expect(groups.toSorted()).toEqual(['Crew A, night', 'Welders']);

    // Somebody else saves first.
    await page.getByRole('button', { name: 'Edit Anne Lee' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Annie Lee');
    await tenant.api.changeWorker({ path: { id }, body: { role: 'Rigger' } });
    await clickInDialog(page, /Save/);
    await page.getByRole('alert').getByText('Somebody else has changed this since.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Annie Lee');
    await clickInDialog(page, 'Cancel');
    await page.getByRole('row', { name: /Anne Lee Rigger/ }).waitFor();
    await tenant.api.changeWorker({ path: { id }, body: { role: 'Welder' } });
    await page.getByRole('row', { name: /Anne Lee Welder/ }).waitFor();

    await page.getByRole('link', { name: 'Sites' }).click();
    await page.getByRole('table', { name: 'Sites' }).waitFor();
    await tenant.api.createSite({ body: { name: 'Quay 9' } });
    await page.getByRole('row', { name: /Quay 9/ }).waitFor();
  });

  it('keeps the focus in the list from which people are deleted by keys', async () => {
    const other = await createTenant();
    for (const name of ['Ada', 'Ben', 'Cem']) await addWorker(other, { name, externalWorkerId: name });
    const page = await browser.signIn(other, ADMIN, { path: '/people' });
    const focused = page.locator(':focus');
    // Something that had the focus before, to which it does not return.
    await page.getByRole('button', { name: 'New person' }).press('Enter');
    await cancel(page.getByRole('dialog'));
    for (const [name, next] of [
      ['Ada', 'Delete Ben'],
      ['Cem', 'Delete Ben'],
      ['Ben', 'People'],
    ] as const) {
      await page.getByRole('button', { name: `Delete ${name}` }).press('Enter');
      await page.getByRole('dialog', { name: `Delete ${name}` }).waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
      await eventually(async () => expect(await focused.getAttribute('aria-label')).toBe(next));
    }
  });

  it('says beside the field what the engine refuses', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Bo Lind');
    const key = page.getByRole('textbox', { name: 'External id' });
    await key.fill('E-1');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Nothing was saved. The field above that is marked says why.').waitFor();
    expect(await key.getAttribute('aria-invalid')).toBe('true');
    await key.fill('G-2');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Bo Lind was added.').waitFor();
  });
});
