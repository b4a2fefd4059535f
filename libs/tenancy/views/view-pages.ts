/** The lists that have saved views. */
export const VIEW_PAGES = [
  'needs',
  'readiness',
  'assignments',
  'courses',
  'drafts',
  'workers',
  'groups',
  'sites',
  'credentials',
  'onboarding',
  'requirements',
  'waivers',
  'signals',
  'operations',
  'audit',
] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];
