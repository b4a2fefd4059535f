import { type Command, InvalidArgumentError } from 'commander';

/** The options of every command. */
export interface Settings {
  /** The address of the engine, without a slash at its end. */
  readonly url: string;
  readonly json: boolean;
  /** How long a command waits for each response. */
  readonly timeoutS: number;
}

export const DEFAULT_URL = 'http://127.0.0.1:3000';

/** Reads the options of the program, which may precede or follow the command's name. */
export function settingsOf(command: Command): Settings {
  const { url, json, timeout } = command.optsWithGlobals<{ url: string; json?: true; timeout: number }>();
  return { url, json: json === true, timeoutS: timeout };
}

/** Parses `--url`. @throws InvalidArgumentError */
export function engineUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new InvalidArgumentError(`It should read like ${DEFAULT_URL}.`);
  if (url.username !== '' || url.search !== '' || url.hash !== '')
    throw new InvalidArgumentError('It should have no user, query or fragment.');
  return url.href.replace(/\/+$/, '');
}

/** A parser of integers within a range, for options. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It should be a whole number from ${least} to ${most}.`);
    return value;
  };
}
