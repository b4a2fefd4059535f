import { StartError } from './start-error.js';

/** Errors for a name that is no address, and for an address that this machine does not have. */
const NOT_HERE = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EAI_AGAIN', 'EINVAL', 'ENOTFOUND']);

/** Why a process cannot listen at its address, in a line that names the variable to change. */
export function cannotListen(host: string, port: number, { code = '', message }: NodeJS.ErrnoException): StartError {
  if (NOT_HERE.has(code)) return new StartError(`HOST should be an address of this machine, not "${host}": ${message}`);
  const reason = code === 'EADDRINUSE' ? `another program has it on ${host}` : message;
  return new StartError(`PORT should be a free port, not ${port}: ${reason}`);
}
