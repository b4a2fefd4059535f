import { readFileSync } from 'node:fs';
import { StyleSheet } from './page.js';

/** The style of a course, on the page of a learner and in exported packages. */
export const COURSE_STYLE = new StyleSheet(readFileSync(new URL('./course.css', import.meta.url), 'utf8'));
