import { DEFAULT_FLEET, type Fleet, SPREADS } from './world.js';

/** @throws Error if the text is no number above 0 */
export function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new Error(`${name} should be a number above 0, not "${text}"`);
  return value;
}

/** @throws Error if the text is no whole number above 0 */
export function whole(name: string, text: string): number {
  const value = positive(name, text);
  if (!Number.isInteger(value)) throw new Error(`${name} should be a whole number, not "${text}"`);
  return value;
}

/**
 * The members of `known` in a list separated by commas, in the order of `known`. @throws Error if the list names
 * another
 */
export function someOf<Name extends string>(
  option: string,
  text: string | undefined,
  known: readonly Name[],
): readonly Name[] {
  if (text === undefined) return known;
  const named = text.split(',').map((part) => part.trim());
  const unknown = named.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) throw new Error(`${option} should name some of ${known.join(', ')}, not "${unknown}"`);
  return known.filter((one) => named.includes(one));
}

/** Reads the command line; an invalid one ends the process with the error and the usage. */
export function optionsOrExit<Options>(read: (args: string[]) => Options, usage: string): Options {
  try {
    return read(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

/** The options of the command line that describe the tenants, for `parseArgs`. */
export const FLEET_OPTIONS = {
  tenants: { type: 'string', default: String(DEFAULT_FLEET.tenants) },
  workers: { type: 'string', default: String(DEFAULT_FLEET.workers) },
  spread: { type: 'string', default: DEFAULT_FLEET.spread },
} as const;

export const FLEET_USAGE = `  --tenants N         tenants that send (${DEFAULT_FLEET.tenants})
  --workers N         workers of each tenant (${DEFAULT_FLEET.workers})
  --spread S          of the events over the tenants: ${SPREADS.join(', ')} (${DEFAULT_FLEET.spread})`;

/** @throws Error if a value is invalid */
export function fleetOf(values: {
  readonly tenants: string;
  readonly workers: string;
  readonly spread: string;
}): Fleet {
  const spread = SPREADS.find((known) => known === values.spread);
  if (spread === undefined) throw new Error(`--spread should be one of ${SPREADS.join(', ')}, not "${values.spread}"`);
  return { tenants: whole('--tenants', values.tenants), workers: whole('--workers', values.workers), spread };
}
