import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { type UploadBody, readUpload } from './upload-body.js';

const FORM = `--part\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nPress the button.`;

/** An upload that never ends, and whose memory others need as soon as it uses any. */
function dropped(contentType: string, content: string): UploadBody {
  const stream = new PassThrough();
  stream.write(content);
  const dropping = new AbortController();
  return {
    stream,
    headers: { 'content-type': contentType },
    maxBytes: 1_024,
    keep: () => dropping.abort(),
    noRoom: dropping.signal,
  };
}

describe('an upload whose memory others need', () => {
  it.each([
    ['application/zip', 'PK'],
    ['multipart/form-data; boundary=part', FORM],
  ])('of %s is refused before its end', async (contentType, content) => {
    await expect(readUpload(dropped(contentType, content), Object)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'other uploads use all the memory for uploads',
    });
  });
});
