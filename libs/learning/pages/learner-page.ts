import { COURSE_STYLE, type Html, type Page, pageOf } from '#platform/pages';

/** @param status HTTP status; default: 200 */
export function learnerPage(title: string, main: Html, status?: number): Page {
  return pageOf({ title, style: COURSE_STYLE, main, status });
}
