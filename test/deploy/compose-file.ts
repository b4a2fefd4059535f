import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * One service of docker-compose.yml, with its anchors merged and its variables filled in; only what the tests ask for.
 */
export interface Service {
  readonly image: string;
  readonly user?: string;
  readonly command: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly restart?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string } } };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<
    Record<string, { readonly ipam?: { readonly config: ReadonlyArray<{ subnet: string }> } }>
  >;
}

export type Variables = Readonly<Record<string, string>>;

/** A reference in which there is no other: `${NAME}`, `${NAME:-default}` or `${NAME:?message}`. */
const REFERENCE = /\$\{(?<name>\w+)(?:(?<rule>:-|:\?)(?<rest>[^{}]*))?\}/g;
const BEGINNING = /\$\{(?<name>\w+)(?<rule>:-|:\?)?/g;

/**
 * docker-compose.yml as compose reads it with these variables.
 * @throws Error naming the variable that is demanded (`${NAME:?…}`) and not there
 */
export function composeFile(variables: Variables): ComposeFile {
  const filled = (_key: unknown, value: unknown): unknown =>
    typeof value === 'string' ? fillIn(value, variables) : value;
  return parse(composeText(), filled, { merge: true }) as ComposeFile;
}

/** A service of the file. @throws Error if it has none of this name */
export function serviceOf({ services }: ComposeFile, name: string): Service {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

function fillIn(text: string, variables: Variables): string {
  const filled = text.replaceAll(
    REFERENCE,
    (_all, name: string, rule: string | undefined, rest: string | undefined) => {
      const value = variables[name];
      if (value) return value;
      if (rule === ':?') throw new Error(`${name}: ${rest}`);
      return rule === ':-' ? (rest ?? '') : '';
    },
  );
  // A default may have been a reference itself.
  return filled === text ? text : fillIn(filled, variables);
}

/** Names of the variables that the file refers to, and of those that it demands. */
export function composeVariables(): { all: Set<string>; demanded: Set<string> } {
  const references = [...composeText().matchAll(BEGINNING)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    rule: groups?.['rule'],
  }));
  return {
    all: new Set(references.map(({ name }) => name)),
    demanded: new Set(references.filter(({ rule }) => rule === ':?').map(({ name }) => name)),
  };
}

function composeText(): string {
  return readFileSync('docker-compose.yml', 'utf8');
}
