import { readConfig } from '#platform/config';

/** What every process must be given to start. */
export const REQUIRED = ['DATABASE_URL', 'SECRETS_KEY', 'OPERATOR_TOKEN'] as const;

/** The names that the configuration reads, found by having it read: those that only count beside another included. */
export const KNOWN: ReadonlySet<string> = namesRead({
  DATABASE_URL: 'postgres://app:secret@db:5432/readiness',
  SECRETS_KEY: Buffer.alloc(32).toString('base64'),
  OPERATOR_TOKEN: 'x'.repeat(24),
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
});

function namesRead(environment: Readonly<Record<string, string>>): Set<string> {
  const names = new Set<string>();
  readConfig(
    new Proxy(environment, {
      get: (target, name) => {
        names.add(String(name));
        return Reflect.get(target, name);
      },
    }),
  );
  return names;
}
