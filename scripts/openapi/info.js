// What holds for the whole API, as Markdown: the head of the document and of the reference on /engine/docs.
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

export const INFO = {
  title: 'Readiness Engine',
  version,
  description: `
Source systems send data points to the signed webhook and need nothing else. The admin API is for people and tools inside one
tenant, the operator API for whoever runs the service.

**Access.** Send \`Authorization: Bearer <token>\`. An admin token belongs to one tenant and has a role: \`viewer\`, \`author\` or
\`admin\`, each of which may do all that the ones before it may. Users of the console have the same roles, by the cookie of a session. Things of other tenants do not exist for it: their ids answer 404.

**Values.** Bodies are JSON, and fields that an operation does not know are refused by name. Times are ISO 8601 in UTC. Ids carry
their kind (\`need_…\`, \`crs_…\`) and are otherwise opaque. No text may hold a NUL character.

**Lists.** A list answers \`items\` and \`nextCursor\`: send it back as \`cursor\` for the next page, until it is null. \`limit\` says how
many items a page has. Filters that take several values take them comma-separated.

**Versions.** What can be edited has a \`version\` and answers it as \`ETag\`. Send that as \`If-Match\` with a change, and the change is
refused with 412 where somebody else was faster. Without \`If-Match\` the last one wins.

**Errors.** Every error but the webhook's is \`application/problem+json\` (RFC 9457). Its \`code\` is stable, its \`detail\` is for people,
and with 422 \`errors\` names each refused field.
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
      'A console session, which `openSession` opens; `__Host-edifyd_session` where the engine is reached by https.',
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
