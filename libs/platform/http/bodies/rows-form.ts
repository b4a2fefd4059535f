import { PassThrough, type Readable, pipeline } from 'node:stream';
import { Invalid } from '../../errors/index.js';
import { FORMATS, type RowFormat, type RowsBody } from './rows-body.js';
import { formParser, notAForm } from './upload-body.js';

/** A file of rows, as it arrives. */
export interface RowsFile {
  readonly format: RowFormat;
  readonly stream: Readable;
}

/** The format by the extension of the file's name, if the client declares no specific media type. */
const FORMATS_BY_NAME: ReadonlyArray<[end: RegExp, format: RowFormat]> = [
  [/\.xlsx$/i, 'xlsx'],
  [/\.(?:ndjson|jsonl)$/i, 'ndjson'],
];

/**
 * The one file of a form. It ends when the whole form has been read, so that nothing follows it unseen.
 * @throws Invalid if the form has anything else
 */
function rowsOfForm({ stream, headers }: RowsBody): Promise<RowsFile> {
  return new Promise((resolve, reject) => {
    const parser = formParser(headers);
    if (parser === null) {
      stream.resume();
      return reject(notAForm());
    }
    let file: PassThrough | null = null;
    const stop = (error: Error): void => {
      stream.resume();
      if (file === null) reject(error);
      else file.destroy(error);
    };
    parser.on('field', (name) => stop(new Invalid([{ field: name.slice(0, 50), message: 'belongs in the query' }])));
    parser.on('file', (_field, content, name, _encoding, mediaType) => {
      if (file !== null) {
        content.resume();
        return stop(new Invalid([{ field: 'file', message: 'must be one file' }]));
      }
      file = new PassThrough();
      // Its reader gets the error, too, if it still reads.
      file.on('error', () => undefined);
      content.on('error', () => stop(notAForm()));
      content.pipe(file, { end: false });
      const byName = FORMATS_BY_NAME.find(([end]) => end.test(name ?? ''))?.[1];
      resolve({ format: FORMATS.get(mediaType) ?? byName ?? 'csv', stream: file });
    });
    parser.on('finish', () => {
      if (file === null) stop(new Invalid([{ field: 'file', message: 'must be sent' }]));
      else file.end();
    });
    pipeline(stream, parser, (error) => {
      if (error) stop(notAForm());
    });
  });
}

/** The file of rows in a body. @throws Invalid, Problem if it is a form that has none, or anything else */
export function openRows(body: RowsBody): Promise<RowsFile> {
  const { format, stream } = body;
  return format === 'form' ? rowsOfForm(body) : Promise.resolve({ format, stream });
}
