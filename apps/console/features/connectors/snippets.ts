/** Programs that sign and send one event, as docs/connector.md explains them. */
export const LANGUAGES = ['bash', 'Node', 'Python'] as const;
export type Language = (typeof LANGUAGES)[number];

const SECRET = 'whsec_…';
const BODY = '{"event":"signal.incident","data":{"site":"North Yard","topic":"Manual Handling","severity":4}}';

export function snippet(language: Language, url: string): string {
  return { bash: bash(url), Node: node(url), Python: python(url) }[language];
}

function bash(url: string): string {
  return `SECRET='${SECRET}'
BODY='${BODY}'
SIG=$(printf '%s' "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
curl -sS '${url}' \\
  -H 'content-type: application/json' -H "x-edifyd-signature: $SIG" -d "$BODY"`;
}

function node(url: string): string {
  return `import { createHmac } from 'node:crypto';

const secret = '${SECRET}';
const body = '${BODY}';
const signature = createHmac('sha256', secret).update(body).digest('hex');
const answer = await fetch('${url}', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-edifyd-signature': signature },
  body,
});
console.log(answer.status, await answer.text());`;
}

function python(url: string): string {
  return `import hashlib, hmac, urllib.request

secret = "${SECRET}"
body = b'${BODY}'
signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
request = urllib.request.Request("${url}", data=body,
    headers={"content-type": "application/json", "x-edifyd-signature": signature})
print(urllib.request.urlopen(request).read().decode())`;
}
