import type { Page } from 'playwright-core';

/** The page of a package, or its frame in a page. */
export type QuizPlace = Pick<Page, 'getByLabel' | 'getByText' | 'getByRole' | 'locator'>;

/** Chooses options of the quiz of a package, and sends them. */
export async function answerQuiz(place: QuizPlace, ...labels: string[]): Promise<void> {
  await place.locator('html[data-ready]').waitFor();
  for (const label of labels) await place.getByLabel(label, { exact: true }).check();
  await place.getByRole('button', { name: 'Check my answers' }).click();
}
