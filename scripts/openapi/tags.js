// The features as the reader meets them, in the order of a data point's path. A tag is a library; the operator's calls
// are apart.
export const TAGS = {
  integration: {
    name: 'Webhook',
    description: 'The one door for source systems: a signed data point in, a training need out.',
  },
  needs: { name: 'Training needs', description: 'The inbox: what somebody must learn, and what is done about it.' },
  readiness: { name: 'Readiness', description: 'Who is ready, and why not.' },
  signals: { name: 'Signals', description: 'What source systems sent, and the map from their event types to topics.' },
  catalog: { name: 'Courses', description: 'The library that topics are matched with.' },
  directory: { name: 'People and places', description: 'Workers, groups and sites; credentials and onboarding steps.' },
  authoring: { name: 'Authoring', description: 'Drafts of courses that are missing, and their review.' },
  changes: { name: 'Changes', description: 'What changes, told as it changes: streams of events.' },
  tenancy: { name: 'Access', description: 'Who calls, in which tenant, with what right.' },
  operator: { name: 'Operator', description: 'For whoever runs the service: tenants, their secrets, tokens and use.' },
  diagnostics: { name: 'Health', description: 'For load balancers and monitors.' },
};

/**
 * Where the reader looks for a call elsewhere than where its library stands: signals are replayed, and maps tried, by
 * the way in.
 */
const TAGS_OF_PATHS = {
  '/engine/v1/operator/': TAGS.operator,
  '/engine/v1/admin/operations': TAGS.needs,
  '/engine/v1/admin/signals/': TAGS.signals,
  '/engine/v1/admin/signal-map/': TAGS.signals,
};

/** @param lib folder under libs/ */
export function tagOf(lib, path) {
  const tag = Object.entries(TAGS_OF_PATHS).find(([prefix]) => path.startsWith(prefix))?.[1] ?? TAGS[lib];
  if (tag === undefined) throw new Error(`scripts/openapi/tags.js names no tag for the library ${lib}`);
  return tag.name;
}
