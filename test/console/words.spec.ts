import { expect, it } from '@jest/globals';
import { evaluate } from '../harness/chromium.js';
import { look, visit } from '../harness/console-browser.js';
import { CONSOLE_PAGES } from '../harness/console-pages.js';
import { ADMIN, describeConsole } from './describe-console.js';

/** The texts of the page with a word in them, and the labels that are only read. */
const TEXTS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement } = node;
    if (parentElement.closest('script, style, kbd, .mono, code, pre, datalist, textarea') === null) found.push(node.textContent);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
    for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '');
  return found.filter((text) => /\\p{L}{3}/u.test(text));
})()`;

describeConsole('every word of the console', ({ browser, createTenant }) => {
  it('is in the catalogue, and so can be translated', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN);
    await evaluate(page, `localStorage.setItem('console.locale', 'pseudo')`);
    await page.reload();
    /** Data: whose page it is, and its first token. */
    const isData = (text: string): boolean =>
      [tenant.slug, ADMIN, `${tenant.url}/`, 'https://', 'first admin'].some((known) => text.includes(known));
    const untranslated: string[] = [];
    for (const path of [...CONSOLE_PAGES, '/components']) {
      await visit(page, path);
      const texts = await evaluate<string[]>(page, TEXTS);
      expect(texts.length).toBeGreaterThan(5);
      for (const text of texts) if (!text.includes('⟦') && !isData(text)) untranslated.push(`${path}: ${text}`);
    }
    expect(untranslated).toEqual([]);
    expect(await look(page, 'components')).toEqual([]);
  });
});
