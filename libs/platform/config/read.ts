/** Reads an environment variable; undefined: it is unset or blank. */
export type Read = (name: string) => string | undefined;
