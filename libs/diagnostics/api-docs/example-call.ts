import type { ApiOperation, Parameter } from './openapi-document.js';

const BASE = 'http://127.0.0.1:3000';
const NAMES: Readonly<Record<string, string>> = { slug: 'acme', tenant: 'acme', version: '1' };
const TOKENS: Readonly<Record<string, string>> = { admin: 'edt_…', operator: '$OPERATOR_TOKEN' };

/** It has no token: the quick start computes the signature. */
const WEBHOOK = '/engine/v1/integration/{tenant}/webhook';

/** Parameters without which a call is refused. */
const QUERIES: Readonly<Record<string, string>> = {
  '/engine/v1/admin/documents/search': '?q=forklift',
  '/engine/v1/admin/readiness/evidence.pdf': '?site=Site%20A',
};

/** A request as a command: `curl -sS -X POST …`, with the example of the body. */
export function exampleCall({
  verb,
  path,
  operation,
}: {
  readonly verb: string;
  readonly path: string;
  readonly operation: ApiOperation;
}): string {
  const { parameters = [], requestBody, security } = operation;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => valueOf(name, parameters));
  const scheme = security.flatMap((one) => Object.keys(one)).find((name) => name in TOKENS);
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = media?.example ?? Object.values(media?.examples ?? {})[0]?.value;
  return [
    `curl -sS${verb === 'GET' ? '' : ` -X ${verb}`} '${BASE}${filled}${QUERIES[path] ?? ''}'`,
    ...(scheme === undefined ? [] : [`-H "Authorization: Bearer ${TOKENS[scheme]}"`]),
    ...(path === WEBHOOK ? [`-H "x-edifyd-signature: $SIGNATURE"`] : []),
    ...(type === undefined || type === 'multipart/form-data' ? [] : [`-H 'Content-Type: ${type}'`]),
    ...dataOf(type, body),
  ].join(' \\\n  ');
}

function dataOf(type: string | undefined, body: unknown): string[] {
  if (type === undefined) return [];
  if (body !== undefined) return [`-d '${JSON.stringify(body, null, 2).replaceAll("'", String.raw`'\''`)}'`];
  return [type === 'multipart/form-data' ? '-F file=@file' : '--data-binary @file'];
}

/** An id with the prefix that the description names. */
function valueOf(name: string, parameters: readonly Parameter[]): string {
  const description = parameters.find((parameter) => parameter.name === name)?.description ?? '';
  const [, prefix] = /`([a-z]+)_…`/.exec(description) ?? [];
  return NAMES[name] ?? (prefix === undefined ? name : `${prefix}_01kb0d3w9qe4vbr5yq6f1c8x2t`);
}
