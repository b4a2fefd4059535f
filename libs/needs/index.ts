export type { NeedView } from './inbox/need.view.js';
