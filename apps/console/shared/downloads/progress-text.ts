import { text } from '../text/text.js';
import type { Download } from './downloads.js';

/** The share of the file that has arrived, from 0 to 1; null: unknown. */
export function shareOf({ progress, people }: Download): number | null {
  if (progress.share !== null) return progress.share;
  return people === null || people === 0 || progress.records === null ? null : Math.min(1, progress.records / people);
}

/** How much has arrived: `3,100 of 50,000 people, 12,400 rows, 3.1 MB`. */
export function progressText({ progress: { bytes, rows, records }, people }: Download): string {
  const words = text.common.downloads;
  if (bytes === 0) return words.waiting;
  return [
    ...(people === null || records === null ? [] : [words.people(Math.min(people, records), people)]),
    ...(rows === null ? [] : [words.rows(rows)]),
    words.size(bytes),
  ].join(', ');
}
