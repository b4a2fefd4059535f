import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type UploadBody, readUpload } from './upload-body.js';

const FORM = `--part\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nPress the button.`;

const MULTIPART = 'multipart/form-data; boundary=part';

function uploadOf(stream: PassThrough, contentType: string, keep: UploadBody['keep'], noRoom: AbortSignal): UploadBody {
  return { stream, headers: { 'content-type': contentType }, maxBytes: 1_024, keep, noRoom };
}

/** An upload that never ends, and whose memory others need as soon as it uses any. */
function dropped(contentType: string, content: string): UploadBody {
  const stream = new PassThrough();
  stream.write(content);
  const dropping = new AbortController();
  return uploadOf(stream, contentType, () => dropping.abort(), dropping.signal);
}

describe('an upload whose memory others need', () => {
  it.each([
    ['application/zip', 'PK'],
    [MULTIPART, FORM],
  ])('of %s is refused before its end', async (contentType, content) => {
    await expect(readUpload(dropped(contentType, content), Object)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'other uploads use all the memory for uploads',
    });
  });
});

it('keeps nothing of the file of a form that was refused before', async () => {
  const stream = new PassThrough();
  let kept = 0;
  const body = uploadOf(stream, MULTIPART, (bytes) => void (kept += bytes), new AbortController().signal);
  const refused = readUpload(body, Object).catch((error: unknown) => error);
  stream.write('--part\r\ncontent-disposition: form-data; name="file"\r\n\r\nPress\r\n--part');
  expect(await refused).toMatchObject({ errors: [{ field: 'file', message: 'must be a file' }] });
  stream.end(`${FORM.slice('--part'.length)}\r\n--part--\r\n`);
  await finished(stream);
  await nextTurn();
  expect(kept).toBe(0);
});
