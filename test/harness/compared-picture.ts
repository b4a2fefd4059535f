import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** If the variable is set, pictures are replaced instead of compared. */
const UPDATES_PICTURES = process.env['UPDATE_PICTURES'] !== undefined;
/** The share of pixels that may differ: machines render the edges of letters slightly differently. */
const MAX_DIFFERENT_SHARE = 0.003;
/** Difference of colours, 0 to 1, from which two pixels differ. */
const COLOUR_THRESHOLD = 0.2;

/**
 * Compares what a page shows with a picture of it in the repository.
 * @param hidden elements whose content differs in each run
 * @returns the difference and the file of the new picture; null: there is none
 */
export async function differenceFrom(file: string, page: Page, hidden: readonly Locator[]): Promise<string | null> {
  const taken = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    mask: [...hidden],
    maskColor: '#888888',
  });
  if (UPDATES_PICTURES) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, taken);
    return null;
  }
  if (!existsSync(file)) return `${file} is missing`;
  const [before, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(taken)];
  const { width, height } = now;
  const isSameSize = before.width === width && before.height === height;
  const different = isSameSize
    ? pixelmatch(before.data, now.data, undefined, width, height, { threshold: COLOUR_THRESHOLD })
    : width * height;
  if (different <= width * height * MAX_DIFFERENT_SHARE) return null;
  const shown = file.replace(/\.png$/, '.now.png');
  writeFileSync(shown, taken);
  const share = ((different / (width * height)) * 100).toFixed(1);
  return `${share} % of ${file} differ: compare it with ${shown}; FAULTS=full UPDATE_PICTURES=1 takes it anew`;
}
