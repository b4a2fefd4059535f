import { DEMO_SLUG, type DemoCredentials } from './demo/demo-tenant.js';

const REPLACED = `replaced since the first start: "edifyd secret rotate ${DEMO_SLUG}" prints a new one`;

/** The facts of one start. */
interface Started {
  readonly url: string;
  /** `DATA_DIR` */
  readonly folder: string;
  /** The stored signing secret has been replaced since, and signs nothing any more. */
  readonly isSecretReplaced: boolean;
  readonly milliseconds: number;
}

/** The first steps for a new user of `npm start`: webhook, secret and console. */
export function banner(demo: DemoCredentials, { url, folder, isSecretReplaced, milliseconds }: Started): string {
  const webhook = `${url}/engine/v1/integration/${DEMO_SLUG}/webhook`;
  return `
Readiness Engine is ready on ${url} (${Math.round(milliseconds)} ms)

  Webhook         ${webhook}
  Signing secret  ${isSecretReplaced ? REPLACED : demo.signingSecret}
  Console         ${url}/
  API             ${url}/engine/docs
  Login           tenant ${DEMO_SLUG}, e-mail ${demo.login.email}, password ${demo.login.password}
  Admin token     ${demo.adminToken}
  Operator token  ${folder}/operator.token

Send a data point and read the needs:

  SECRET='${isSecretReplaced ? 'whsec_…' : demo.signingSecret}'
  BODY='{"event":"signal.near_miss","data":{"email":"diego.fuentes@acme.com","topic":"Working at Heights"}}'
  SIG=$(printf '%s' "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
  curl -sS ${webhook} -H "x-edifyd-signature: $SIG" -d "$BODY"
  curl -sS '${url}/engine/v1/admin/needs?worker=diego.fuentes@acme.com' -H 'Authorization: Bearer ${demo.adminToken}'

State is under ${folder}. Ctrl-C stops everything.
`;
}
