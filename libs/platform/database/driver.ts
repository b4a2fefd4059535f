import { PostgreSqlDriver, PostgreSqlPlatform } from '@mikro-orm/postgresql';

/**
 * Escapes string literals with one replacement each. The library's own method goes letter by letter and allocates a
 * string for each of them.
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

/** The PostgreSQL driver with the engine's literal escaping. */
export class EngineDriver extends PostgreSqlDriver {
  protected override readonly platform = new QuickPlatform();
}
