export { createHttpApp } from './create-http-app.js';
export { EtagInterceptor, IfMatch, demandVersion, etagOf } from './etag.js';
export { IdParam } from './id-param.js';
export { type Page, PageQuery, decodeCursor, encodeCursor, pageOf } from './page.js';
