/** The required variables with valid values, for specs. */
export const SAMPLE_ENVIRONMENT = {
  DATABASE_URL: 'postgres://app:pw@db.example:5432/engine',
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
  OPERATOR_TOKEN: 'o'.repeat(24),
};
