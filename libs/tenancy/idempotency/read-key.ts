import { Invalid } from '#platform/errors';

/** A quoted string as in RFC 9651, or a bare value, as most clients send it. */
const KEY = /^(?:"(?<quoted>[\x20\x21\x23-\x7e]{1,255})"|(?<bare>[\x21\x23-\x7e]{1,255}))$/;

/** Parses an `Idempotency-Key` header. @throws Invalid if it is malformed */
export function readKey(header: string): string {
  const { quoted, bare } = KEY.exec(header)?.groups ?? {};
  const key = quoted ?? bare;
  if (key === undefined)
    throw new Invalid([
      {
        field: 'Idempotency-Key',
        message: 'must be 1 to 255 printable ASCII characters, without spaces unless it is quoted',
      },
    ]);
  return key;
}
