import { readFileSync } from 'node:fs';
import { type Html, type Page, StyleSheet, pageOf } from '#platform/pages';

const STYLE = new StyleSheet(readFileSync(new URL('./learner-page.css', import.meta.url), 'utf8'));

/** @param status HTTP status; default: 200 */
export function learnerPage(title: string, main: Html, status?: number): Page {
  return pageOf({ title, style: STYLE, main, status });
}
