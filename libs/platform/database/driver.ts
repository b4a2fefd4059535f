import { PostgreSqlDriver, PostgreSqlPlatform } from '@mikro-orm/postgresql';

/**
 * Writes values into statements. The library's own way goes letter by letter, and leaves a string behind for each of
 * them.
 */
export class QuickPlatform extends PostgreSqlPlatform {
  constructor() {
    super();
    // The library's types keep the method to itself.
    Object.defineProperty(this, 'escapeLiteral', { value: literal });
  }
}

function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** PostgreSQL as the engine speaks to it. */
export class EngineDriver extends PostgreSqlDriver {
  protected override readonly platform = new QuickPlatform();
}
