import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** With it set, pictures are taken anew instead of compared. */
const TAKES_ANEW = process.env['UPDATE_PICTURES'] !== undefined;
/** Share of pixels that may differ: edges of letters are drawn a little differently by other machines. */
const MOST_DIFFERENT = 0.003;
/** Difference of colours, 0 to 1, from which two pixels differ. */
const COLOUR_THRESHOLD = 0.2;

/**
 * Compares what a page shows with a picture of it in the repository.
 * @param hidden what differs each time
 * @returns what is wrong, with the file of the page as it is; null: it looks as before
 */
export async function differenceFrom(file: string, page: Page, hidden: readonly Locator[]): Promise<string | null> {
  const taken = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    mask: [...hidden],
    maskColor: '#888888',
  });
  if (TAKES_ANEW) {
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
  if (different <= width * height * MOST_DIFFERENT) return null;
  const shown = file.replace(/\.png$/, '.now.png');
  writeFileSync(shown, taken);
  const share = ((different / (width * height)) * 100).toFixed(1);
  return `${share} % of ${file} differ: compare it with ${shown}; FAULTS=full UPDATE_PICTURES=1 takes it anew`;
}
