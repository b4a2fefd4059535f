import { DEMO_SLUG, type DemoCredentials } from './demo/demo-tenant.js';

/** The first steps for a new user of `npm start`: webhook, secret and console. */
export function banner(url: string, folder: string, demo: DemoCredentials, milliseconds: number): string {
  const webhook = `${url}/engine/v1/integration/${DEMO_SLUG}/webhook`;
  return `
Readiness Engine is ready on ${url} (${Math.round(milliseconds)} ms)

  Webhook         ${webhook}
  Signing secret  ${demo.signingSecret}
  Console         ${url}/
  API             ${url}/engine/docs
  Login           tenant ${DEMO_SLUG}, e-mail ${demo.login.email}, password ${demo.login.password}
  Admin token     ${demo.adminToken}
  Operator token  ${folder}/operator.token

Send a data point and read the needs:

  SECRET='${demo.signingSecret}'
  BODY='{"event":"signal.near_miss","data":{"email":"diego.fuentes@acme.com","topic":"Working at Heights"}}'
  SIG=$(printf '%s' "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
  curl -sS ${webhook} -H "x-edifyd-signature: $SIG" -d "$BODY"
  curl -sS '${url}/engine/v1/admin/needs?worker=diego.fuentes@acme.com' -H 'Authorization: Bearer ${demo.adminToken}'

State is under ${folder}. Ctrl-C stops everything.
`;
}
