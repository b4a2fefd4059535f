export type { NeedView } from './inbox/need.view.js';
export { NeedsQuery } from './inbox/needs.query.js';
export { pageStatement } from './inbox/page/read-page.js';
