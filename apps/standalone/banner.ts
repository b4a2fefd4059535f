import { DEMO_SLUG, type DemoCredentials, type ValidCredentials } from './demo/demo-tenant.js';

/** The facts of one start. */
interface Started {
  readonly url: string;
  /** `DATA_DIR` */
  readonly folder: string;
  readonly valid: ValidCredentials;
  readonly milliseconds: number;
}

/** The first steps for a new user of `npm start`: webhook, secret and console. */
export function banner({ login, ...demo }: DemoCredentials, { url, folder, valid, milliseconds }: Started): string {
  const webhook = `${url}/engine/v1/integration/${DEMO_SLUG}/webhook`;
  const secret = valid.signingSecret ? demo.signingSecret : replaced(`secret rotate ${DEMO_SLUG}`, 'a new one');
  const token = valid.adminToken
    ? demo.adminToken
    : replaced(`token create ${DEMO_SLUG} --role admin --name demo`, 'a new one');
  const password = valid.password
    ? login.password
    : replaced(`admin recover ${DEMO_SLUG} --email ${login.email}`, 'a link');
  const bearer = valid.adminToken ? demo.adminToken : 'edt_…';
  return `
Readiness Engine is ready on ${url} (${Math.round(milliseconds)} ms)

  Webhook         ${webhook}
  Signing secret  ${secret}
  Console         ${url}/
  API             ${url}/engine/docs
  Login           tenant ${DEMO_SLUG}, e-mail ${login.email}, password ${password}
  Admin token     ${token}
  Operator token  ${folder}/operator.token

Send a data point and read the needs:

  SECRET='${valid.signingSecret ? demo.signingSecret : 'whsec_…'}'
  BODY='{"event":"signal.near_miss","data":{"email":"diego.fuentes@acme.com","topic":"Working at Heights"}}'
  SIG=$(printf '%s' "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
  curl -sS ${webhook} -H "x-edifyd-signature: $SIG" -d "$BODY"
  curl -sS '${url}/engine/v1/admin/needs?worker=diego.fuentes@acme.com' -H 'Authorization: Bearer ${bearer}'

State is under ${folder}. Ctrl-C stops everything.
`;
}

/** @param command of `edifyd`, which prints the successor */
function replaced(command: string, successor: string): string {
  return `replaced since the first start: "edifyd ${command}" prints ${successor}`;
}
