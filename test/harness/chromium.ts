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
  await evaluate(page, axe.source);
  const { violations } = await evaluate<AxeResults>(page, 'axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** As the developer tools do, and not by the page's own `eval`, which its policy may forbid. */
export async function evaluate<T>(page: Page, expression: string): Promise<T> {
  const tools = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await tools.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: !expression.startsWith('/*'),
  });
  await tools.detach();
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
