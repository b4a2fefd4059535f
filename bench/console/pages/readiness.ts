import type { Page } from 'playwright-core';
import { LARGE_SITE, role } from '../../readiness/seed.js';
import { ROW, evaluate } from '../console-browser.js';
import { type MeasuredFilter, type MeasuredPage, press } from './measured-page.js';

/** What is chosen in each field above the list: large parts of the tenant and small ones. */
const CHOICES: ReadonlyArray<readonly [label: string, option: string]> = [
  ['Status', 'Not ready'],
  ['Status', 'At risk'],
  ['Status', 'Ready'],
  ['Site', LARGE_SITE],
  ['Site', 'Place 2'],
  ['Role', role(1)],
  ['Reason', 'Open need'],
];

/** The board, the matrix, and the page of one person. @param worker the person's id */
export function readinessPages(worker: string): MeasuredPage[] {
  return [
    {
      name: 'board',
      path: '/readiness',
      first: ROW,
      filters: CHOICES.map((choice) => filter(choice, ['/admin/readiness?', '/admin/readiness/summary?'])),
      hasRows: true,
      work: workBoard,
    },
    {
      name: 'matrix',
      path: '/readiness/matrix',
      first: ROW,
      filters: CHOICES.map((choice) => filter(choice, ['/admin/readiness/matrix?', '/admin/readiness/summary?'])),
      hasRows: true,
      work: workMatrix,
    },
    {
      name: 'person',
      path: `/readiness/${worker}`,
      first: 'h2.sentence',
      filters: [],
      hasRows: false,
      work: workPerson,
    },
  ];
}

/** @param requests parts of the URLs whose answers are shown */
function filter([label, option]: readonly [string, string], requests: readonly string[]): MeasuredFilter {
  return {
    name: `${label}: ${option}`,
    measure: async (page) => {
      const clear = page.getByRole('button', { name: 'Clear all' });
      if (await clear.isVisible()) await clear.click();
      await clear.waitFor({ state: 'detached' });
      return evaluate<number>(page, choose(label, option, requests));
    },
  };
}

/** Until the answers have come, and the list is no longer that of before. */
function choose(label: string, option: string, requests: readonly string[]): string {
  return `(async () => {
    const select = document.querySelector('select[aria-label=${JSON.stringify(label)}]');
    const value = [...select.options].find(({ text }) => text === ${JSON.stringify(option)}).value;
    const before = performance.getEntriesByType('resource').length;
    const isAnswered = (part) => performance.getEntriesByType('resource').slice(before).some(({ name }) => name.includes(part));
    const began = performance.now();
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    while (!(${JSON.stringify(requests)}.every(isAnswered) && document.querySelector(':is(section, .scroll)[aria-busy="true"]') === null && document.querySelector('${ROW}')))
      await new Promise((frame) => requestAnimationFrame(frame));
    return performance.now() - began;
  })()`;
}

/** Looks for somebody, narrows, moves the day, opens a person, comes back. */
async function workBoard(page: Page): Promise<void> {
  await page.getByLabel('Name, e-mail or ID').click();
  await page.keyboard.type('family77', { delay: 60 });
  await press(page, 'Enter');
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByLabel('Status', { exact: true }).focus();
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp');
  await page.getByRole('slider').focus();
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft');
  await page.locator(ROW).first().getByRole('link').first().click();
  await page.locator('h2.sentence').waitFor();
  await page.goBack();
  await page.locator(ROW).first().waitFor();
  await page.waitForTimeout(500);
}

/** Goes from cell to cell, and narrows. */
async function workMatrix(page: Page): Promise<void> {
  await page.locator(`${ROW} td`).first().click();
  const down = Array.from({ length: 12 }, () => 'ArrowDown');
  await press(page, ...down, 'ArrowRight', 'ArrowLeft', 'ArrowUp');
  await page.getByLabel('Status', { exact: true }).focus();
  await press(page, 'ArrowDown', 'ArrowDown');
  await page.waitForTimeout(500);
}

/** Looks what would be offered. */
async function workPerson(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Offer what is missing' }).click();
  await page.getByRole('dialog').waitFor();
  await press(page, 'Escape');
  await page.waitForTimeout(500);
}
