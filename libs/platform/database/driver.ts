import { PostgreSqlDriver, PostgreSqlPlatform } from '@mikro-orm/postgresql';

/**
 * Escapes string literals with one replacement each. The library's method processes them character by character, and
 * allocates a string for each.
 */
export class QuickPlatform extends PostgreSqlPlatform {
  constructor() {
    super();
    // The method is private in the library's types.
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
