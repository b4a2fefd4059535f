export { withClosedFence } from './closed-fence.js';
export { COURSE_STYLE } from './course-style.js';
export { Html, escapeHtml, html } from './html.js';
export { materialOf } from './material.js';
export { Page, PageInterceptor, SeeOther, StyleSheet, contentSecurityPolicy, pageOf, withHeadersOf } from './page.js';
