import type { Page } from 'playwright-core';
import { ROW, evaluate } from '../console-browser.js';
import { type MeasuredFilter, type MeasuredPage, press } from './measured-page.js';

const VIEWS = ['Blocking', 'Author one', 'Under way', 'Completed', 'All open'] as const;

/** The inbox. */
export const NEEDS: MeasuredPage = {
  name: 'needs',
  path: '/needs',
  first: ROW,
  filters: VIEWS.map(view),
  hasRows: true,
  work,
};

function view(name: string): MeasuredFilter {
  return {
    name: `view ${name}`,
    measure: (page) =>
      evaluate<number>(
        page,
        `(async () => {
          const link = [...document.querySelectorAll('a')].find((one) => one.textContent.trim().startsWith(${JSON.stringify(name)}));
          const before = document.querySelector('${ROW}');
          const began = performance.now();
          link.click();
          while (!(location.search !== globalThis.measured.search && document.querySelector('${ROW}') !== before && document.querySelector('${ROW}')))
            await new Promise((frame) => requestAnimationFrame(frame));
          globalThis.measured.search = location.search;
          return performance.now() - began;
        })()`,
      ),
  };
}

/** Moves, selects, opens, looks for a course, closes. */
async function work(page: Page): Promise<void> {
  await page.locator(ROW).first().click();
  await page.getByRole('button', { name: 'Offer' }).first().waitFor();
  await press(page, 'j', 'j', 'k', 'Escape', 'j', 'x', 'j', 'x', 'Escape', 'Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('procedure 12', { delay: 60 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('read', { delay: 60 });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
}
