// The features in the order of a data point's path. A tag is a library; the operator's calls have their own.
export const TAGS = {
  integration: {
    name: 'Webhook',
    description: 'Source systems: a signed data point in, a training need out.',
  },
  needs: { name: 'Training needs', description: 'The inbox: training needs, and the actions on them.' },
  readiness: { name: 'Readiness', description: 'Who is ready, and why others are not.' },
  signals: { name: 'Signals', description: 'Received signals, and the map from their types to topics.' },
  catalog: { name: 'Courses', description: 'The courses with which topics are matched.' },
  directory: { name: 'People and places', description: 'Workers, groups and sites; credentials and onboarding steps.' },
  authoring: { name: 'Authoring', description: 'Drafts of courses that are missing, and their review.' },
  learning: { name: 'Learning', description: 'Links by which workers take assigned courses, and their attempts.' },
  changes: { name: 'Changes', description: 'Changes as they happen: streams of events and webhooks.' },
  tenancy: { name: 'Access', description: 'The caller, its tenant and its role.' },
  operator: { name: 'Operator', description: 'For the operator: tenants, their secrets, tokens and usage.' },
  diagnostics: { name: 'Health', description: 'For load balancers and monitors.' },
};

/** Operations with another tag than their library: replays and maps are listed with the webhook. */
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
