import type { Locator, Page } from 'playwright-core';

/** The topics of the needs that the page lists, from top to bottom. */
export const topicsOn = (page: Page): Promise<string[]> => page.locator('tr[data-index] .topic').allInnerTexts();

/** The row of the need about a topic. */
export const needRow = (page: Page, topic: string): Locator => page.getByRole('row', { name: new RegExp(topic) });
