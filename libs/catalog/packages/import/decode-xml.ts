import { TextDecoder } from 'node:util';
import { UnreadablePackage } from './package-refused.js';

/** The XML declaration in an encoding that has ASCII as its base. */
const DECLARED = /^<\?xml[^>]{0,100}?encoding\s{0,10}=\s{0,10}["']([A-Za-z][\w.-]{0,39})["']/;
const MARKS: ReadonlyArray<readonly [string, readonly number[]]> = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/**
 * The text of an XML file, in the encoding of its byte order mark or its declaration (XML 1.0, appendix F).
 * @throws UnreadablePackage
 */
export function decodeXml(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const encoding = marked ?? declaredEncoding(bytes) ?? 'utf-8';
  const decoder = decoderOf(encoding);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UnreadablePackage(`must be in the encoding that its manifest declares: it is not ${encoding}`);
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]?.toLowerCase();
  // A declaration that is read as ASCII is not in UTF-16: .NET declares it in texts that are then saved as UTF-8.
  return declared?.startsWith('utf-16') === true ? undefined : declared;
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UnreadablePackage(`declares an encoding that is not known: ${encoding}`);
  }
}
