import { type TenantAccess, tenantSlug } from '../world.js';

/** Far above the load of any run, so that the rate limiter is not measured. */
const RATE_LIMIT = 1_000_000;

/**
 * Creates the tenants as an operator.
 * @returns slug and secret; the engine shows the secret once
 */
export async function createTenants(
  port: number,
  operatorToken: string,
  tenants: number,
): Promise<Array<Omit<TenantAccess, 'tenantId'>>> {
  const created = [];
  for (let index = 0; index < tenants; index++) {
    const slug = tenantSlug(index);
    const name = `Benchmark ${index + 1}`;
    const answer = await callOperator(port, operatorToken, 'POST', '', { slug, name });
    await callOperator(port, operatorToken, 'PATCH', `/${slug}`, {
      name,
      plan: 'free',
      status: 'active',
      rateLimit: RATE_LIMIT,
    });
    created.push({ slug, signingSecret: signingSecret(answer) });
  }
  return created;
}

/** Calls a route below `/operator/tenants`. @throws Error if the call is refused */
export async function callOperator(
  port: number,
  token: string,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/engine/v1/operator/tenants${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the operator API answered ${response.status} to ${method} ${path}: ${text}`);
  return JSON.parse(text);
}

function signingSecret(answer: unknown): string {
  const secret =
    typeof answer === 'object' && answer !== null && 'signingSecret' in answer ? answer.signingSecret : undefined;
  if (typeof secret !== 'string') throw new Error('the operator API showed no signing secret');
  return secret;
}
