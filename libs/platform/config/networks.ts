import { isIP } from 'node:net';
import type { Read } from './read.js';
import { StartError } from './start-error.js';

/**
 * A list of addresses and networks (`10.0.0.0/8`), separated by commas.
 * @param names names of ranges that are accepted as well
 */
export function networks(read: Read, name: string, names: readonly string[] = []): readonly string[] {
  const entries = (read(name) ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const wrong = entries.find((entry) => !names.includes(entry) && !isNetwork(entry));
  if (wrong !== undefined)
    throw new StartError(
      `${name} should be ${['addresses', 'networks', ...names].join(', ')}, separated by commas, not "${wrong}"`,
    );
  return entries;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
