import { afterEach, describe, expect } from '@jest/globals';
import { consoleUser } from '../factories/users.js';
import { chromiumProgram } from '../harness/chromium.js';
import { ConsoleBrowser } from '../harness/console-browser.js';
import { sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

/** The user of the tenants of {@link describeConsole}. */
export const ADMIN = 'ana@example.com';

interface ConsoleTests {
  readonly browser: ConsoleBrowser;
  /** A tenant of the shared engine, with `ADMIN` as its user. */
  readonly createTenant: () => Promise<TestTenant>;
}

/** Tests of the console in a browser; they are skipped where there is none. Each fails if a page logged an error. */
export function describeConsole(subject: string, tests: (use: ConsoleTests) => void): void {
  (chromiumProgram === null ? describe.skip : describe)(subject, () => {
    const browser = new ConsoleBrowser();
    afterEach(async () => {
      await browser.giveBack();
      expect(browser.faults.splice(0)).toEqual([]);
    });
    tests({ browser, createTenant });
  });
}

async function createTenant(): Promise<TestTenant> {
  const tenant = await (await sharedEngine()).createTenant();
  await consoleUser(tenant, { email: ADMIN });
  return tenant;
}
