export { bodyDigest, hasBodyDigest } from './body-digest.js';
export { createHttpApp } from './create-http-app.js';
export { IfMatch, demandVersion } from './etag.js';
export { IdParam } from './id-param.js';
export { Cursor, type KeyKind, Limit, PageQuery, decodeCursor, pageOf } from './page.js';
export { type RowFormat, Rows, type RowsBody, TakesRows } from './rows-body.js';
export { TakesText } from './text-body.js';
export { stopServing } from './stop-serving.js';
