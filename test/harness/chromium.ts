import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type Page, chromium } from 'playwright-core';

/** Debian's package. */
const PROGRAM = '/usr/bin/chromium';

/** Null: there is none, and what needs it is skipped. */
export const chromiumProgram = existsSync(PROGRAM) ? PROGRAM : null;
if (chromiumProgram === null) console.error(`No ${PROGRAM}: the tests of pages in a browser are skipped.`);

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
}

interface AxeResults {
  readonly violations: ReadonlyArray<{ readonly id: string; readonly nodes: ReadonlyArray<{ readonly html: string }> }>;
}

/** What makes a page hard to use for people with disabilities: WCAG 2.2 AA and best practices, by axe. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
