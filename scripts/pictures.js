// `npm run pictures`: starts an engine with the demo tenant in a separate folder, and takes the pictures of the console
// in docs/pictures. Each view is taken light and dark, on a desktop and on a phone.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { onOwnNode } from './own-node.js';

await onOwnNode();

const PROGRAM = '/usr/bin/chromium';
const FOLDER = 'docs/pictures';
const SCREENS = {
  desktop: { viewport: { width: 1_360, height: 860 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const THEMES = ['light', 'dark'];
/** What a picture waits for beyond the page's own requests: fonts, transitions. */
const SETTLED_MS = 800;

/** The name of each picture, and how a signed-in person gets there. */
const VIEWS = {
  needs: (page) => page.goto('/needs'),
  need: async (page) => {
    await page.goto('/needs');
    await page.getByText('Working at Heights').first().click();
    await page.getByText('Why this course').waitFor();
  },
  offer: async (page) => {
    await VIEWS.need(page);
    await page
      .getByRole('button', { name: /^Offer/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  },
  readiness: async (page) => {
    await page.goto('/readiness');
    await page.getByText('people are ready').waitFor();
  },
  person: async (page) => {
    await VIEWS.readiness(page);
    await page.getByRole('table', { name: 'People, worst first' }).getByRole('link').first().click();
    await page.getByText('one line a gap').waitFor();
  },
  draft: async (page) => {
    await page.goto('/drafts');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByText('Who wrote this').waitFor();
    await page.getByRole('link', { name: /^1\./ }).click();
    await page.getByText('Claims of this lesson').waitFor();
  },
  matrix: async (page) => {
    await page.goto('/readiness/matrix');
    await page.getByRole('columnheader').nth(1).waitFor();
  },
  requirements: (page) => page.goto('/readiness/requirements'),
  library: (page) => page.goto('/library'),
  course: async (page) => {
    await page.goto('/library?q=working+at+heights');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByText('Try a topic').waitFor();
  },
  people: (page) => page.goto('/people'),
  settings: (page) => page.goto('/settings?tab=rules'),
  automation: (page) => page.goto('/automation'),
  connectors: (page) => page.goto('/connectors'),
  audit: (page) => page.goto('/audit'),
};

const data = mkdtempSync(join(tmpdir(), 'readiness-pictures-'));
const port = await freePort();
const engine = spawn(process.execPath, ['dist/apps/standalone/main.js'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, DATA_DIR: data, PORT: String(port), METRICS_PORT: '0' },
});
try {
  mkdirSync(FOLDER, { recursive: true });
  await takePictures(await logIn());
} finally {
  engine.kill('SIGINT');
  await new Promise((resolve) => engine.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

/** The log-in that the engine's banner prints. */
async function logIn() {
  let printed = '';
  for await (const piece of engine.stdout.setEncoding('utf8')) {
    printed += piece;
    const [, tenant, email, password] = /Login +tenant (\S+), e-mail (\S+), password (\S+)/.exec(printed) ?? [];
    if (password !== undefined && printed.includes('Ctrl-C')) {
      engine.stdout.resume();
      return { tenant, email, password };
    }
  }
  throw new Error(`the engine did not start: ${printed}`);
}

async function takePictures(person) {
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
  try {
    for (const [screen, settings] of Object.entries(SCREENS))
      for (const colorScheme of THEMES) {
        const context = await browser.newContext({ ...settings, colorScheme, baseURL: `http://127.0.0.1:${port}` });
        const page = await context.newPage();
        await page.goto('/login');
        await take(page, `sign-in-${screen}-${colorScheme}`);
        for (const [field, text] of Object.entries(person)) await page.locator(`input[name=${field}]`).fill(text);
        await page.keyboard.press('Enter');
        await page.getByText('Working at Heights').first().waitFor();
        for (const [name, open] of Object.entries(VIEWS)) {
          await open(page);
          await take(page, `${name}-${screen}-${colorScheme}`);
        }
        await context.close();
      }
  } finally {
    await browser.close();
  }
}

async function take(page, name) {
  await page.waitForLoadState('load');
  await sleep(SETTLED_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(name);
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
