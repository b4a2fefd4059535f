import { expect, it } from '@jest/globals';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { pdfOf } from '../harness/documents.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('documents in the library', ({ browser, createTenant }) => {
  it('are uploaded, searched for what they say, and deleted', async () => {
    const page = await browser.signIn(await createTenant(), ADMIN, { path: '/library?tab=documents' });
    await page.getByRole('button', { name: 'Upload a document' }).click();
    await page.getByLabel('Markdown, text, PDF or DOCX').setInputFiles({
      name: 'Rigging procedure.pdf',
      mimeType: 'application/pdf',
      buffer: await pdfOf([['A sling with a cut is taken out of use and destroyed by the supervisor.'], []]),
    });
    await page
      .getByRole('button', { name: /Upload a document/ })
      .last()
      .click();
    await page.getByText('Page 2 has no text (scanned?)').waitFor();
    await page.getByRole('button', { name: 'Rigging procedure', exact: true }).click();
    await page.getByRole('dialog').getByText('A sling with a cut').waitFor();
    expect(await look(page, 'passages')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await look(page, 'documents')).toEqual([]);
    await page.getByRole('searchbox', { name: 'Search what they say' }).fill('sling cut');
    await page.keyboard.press('Enter');
    await page.getByText('taken out of use').waitFor();
    await goTo(page, '/library?tab=documents');
    await page.getByRole('button', { name: 'Delete' }).click();
    await clickInDialog(page, 'Delete');
    await page.getByText('No document yet').waitFor();
  });
});
