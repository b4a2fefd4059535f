import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Not a dependency: it brings 200 packages, and is asked for by hand. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

export type LighthouseScores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

/**
 * Rates a page for a signed-in person, on a desktop.
 * @param cookies as a header
 * @returns points out of 100
 */
export async function rate(url: string, cookies: string, program: string): Promise<LighthouseScores> {
  const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const [headers, report] = [join(folder, 'headers.json'), join(folder, 'report.json')];
  try {
    await writeFile(headers, JSON.stringify({ Cookie: cookies }));
    const options = [
      url,
      '--quiet',
      '--preset=desktop',
      '--output=json',
      `--output-path=${report}`,
      `--extra-headers=${headers}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ];
    await runLighthouse(options, program);
    const { categories } = JSON.parse(await readFile(report, 'utf8')) as {
      categories: Record<string, { score: number | null }>;
    };
    const points = (category: string): number => Math.round((categories[category]?.score ?? 0) * 100);
    return {
      performance: points('performance'),
      accessibility: points('accessibility'),
      'best-practices': points('best-practices'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chromium's trace lacks the start of the navigation now and then; Lighthouse then asks to be run again. */
async function runLighthouse(options: readonly string[], program: string, attempts = 4): Promise<void> {
  try {
    await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, ...options], {
      env: { ...process.env, CHROME_PATH: program },
      timeout: 300_000,
    });
  } catch (error) {
    if (attempts === 1 || !(error instanceof Error && error.message.includes('NO_NAVSTART'))) throw error;
    await runLighthouse(options, program, attempts - 1);
  }
}
