import { Invalid } from '#platform/errors';

/** In quotes, as a string of RFC 9651 stands in a header, or bare, as most clients send it. */
const KEY = /^(?:"(?<quoted>[\x20\x21\x23-\x7e]{1,255})"|(?<bare>[\x21\x23-\x7e]{1,255}))$/;

/** The key of an `Idempotency-Key` header. @throws Invalid where it is none */
export function readKey(header: string): string {
  const { quoted, bare } = KEY.exec(header)?.groups ?? {};
  const key = quoted ?? bare;
  if (key === undefined)
    throw new Invalid([
      {
        field: 'Idempotency-Key',
        message: 'must be 1 to 255 printable ASCII characters, without blanks unless it is quoted',
      },
    ]);
  return key;
}
