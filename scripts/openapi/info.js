// The introduction of the API as Markdown, for the document and the reference on /engine/docs.
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

export const INFO = {
  title: 'Readiness Engine',
  version,
  license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
  description: `
Source systems send data points to the signed webhook and need nothing else. The admin API is for people and tools of one
tenant, the operator API for whoever runs the service.

**Access.** Send \`Authorization: Bearer <token>\`. An admin token belongs to one tenant and has a role: \`viewer\`, \`author\` or
\`admin\`, each of which includes the previous ones. Users of the console have the same roles, and authenticate with the cookie of a session. Other tenants are invisible: their ids answer 404.

**Values.** Bodies are JSON, and unknown fields are refused by name. Times are ISO 8601 in UTC. Ids start with
their kind (\`need_…\`, \`crs_…\`) and are otherwise opaque. Text must not contain NUL characters.

**Lists.** A list returns \`items\` and \`nextCursor\`: send it as \`cursor\` to get the next page, until it is null. \`limit\` is the
number of items of a page. Filters with several values take them separated by commas.

**Versions.** An editable resource has a \`version\`, and its responses an \`ETag\`. Send it as \`If-Match\` with a change, and the change is
refused with 412 if somebody else was faster. Without \`If-Match\` the last change wins.

**Errors.** Every error except the webhook's is \`application/problem+json\` (RFC 9457). Its \`code\` is stable, its \`detail\` is for people,
and with 422 \`errors\` names each invalid field.
`.trim(),
};

export const SECURITY_SCHEMES = {
  admin: {
    type: 'http',
    scheme: 'bearer',
    description: 'An admin token of a tenant (`edt_…`), which the operator issues with a role.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'edifyd_session',
    description:
      'A console session, which `openSession` opens; `__Host-edifyd_session` if the engine is served over https.',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: "The session's `csrfToken`, with every change.",
  },
  operator: {
    type: 'http',
    scheme: 'bearer',
    description: 'The operator token of this installation (`OPERATOR_TOKEN`).',
  },
};
