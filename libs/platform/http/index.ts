export { bodyDigest, hasBodyDigest } from './bodies/body-digest.js';
export { parseJsonBody } from './bodies/json-body.js';
export { BodyTooSlow, InFlightBodies, type InFlightBody, NoRoom } from './bodies/in-flight-bodies.js';
export { BodyBroken, BodyTooLarge, joined, readBody } from './bodies/read-body.js';
export { Form, type FormFields } from './bodies/form-body.js';
export {
  BodyLimit,
  ExactBody,
  PassedOn,
  TakesBytes,
  TakesForm,
  TakesRows,
  TakesUpload,
  bodyKindOf,
} from './bodies/route-body.js';
export { type RowFormat, Rows, type RowsBody } from './bodies/rows-body.js';
export { type RowsFile, openRows } from './bodies/rows-form.js';
export { type ReadUpload, Upload, type UploadBody, readUpload } from './bodies/upload-body.js';
export { UploadTurns } from './bodies/upload-turns.js';
export { createHttpApp } from './create-http-app.js';
export { IfMatch, demandVersion } from './etag.js';
export { IdParam } from './id-param.js';
export { listen } from './listen.js';
export { Cursor, type KeyKind, Limit, PageQuery, decodeCursor, fitting, largePageOf, pageOf } from './page.js';
export { IgnoresUnknownQuery } from './queries/handler-query.js';
export { stopServing } from './stop-serving.js';
