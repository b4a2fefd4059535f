import type { Page } from 'playwright-core';

/** A page of the console, and what is measured of it. */
export interface MeasuredPage {
  /** As the report names it. */
  readonly name: string;
  readonly path: string;
  /** CSS of what is there once the page can be read. */
  readonly first: string;
  /** What narrows the page, measured one after the other. */
  readonly filters: readonly MeasuredFilter[];
  /** Whether it has a list that is scrolled. */
  readonly hasRows: boolean;
  /** What a person does there all day. */
  readonly work: (page: Page) => Promise<void>;
}

export interface MeasuredFilter {
  readonly name: string;
  /** @returns milliseconds from the choice until what matches is painted, measured in the page */
  readonly measure: (page: Page) => Promise<number>;
}

/** Between keys, as a person who is quick. */
const BETWEEN_KEYS_MS = 150;

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
}
