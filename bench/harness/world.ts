/** How the events are spread over the tenants: alike, or the n-th tenant gets 1/n of what the first one gets. */
export const SPREADS = ['even', 'zipf'] as const;

/** The tenants of a benchmark: how many, how many workers each has, and how many of the events each sends. */
export interface Fleet {
  readonly tenants: number;
  readonly workers: number;
  readonly spread: (typeof SPREADS)[number];
}

export const DEFAULT_FLEET: Fleet = { tenants: 20, workers: 200, spread: 'even' };
export const SITES_PER_TENANT = 10;

export const tenantSlug = (index: number): string => `bench-${String(index + 1).padStart(2, '0')}`;
export const workerEmail = (slug: string, worker: number): string =>
  `worker-${String(worker).padStart(3, '0')}@${slug}.example`;
export const externalWorkerId = (worker: number): string => `W-${String(worker).padStart(5, '0')}`;
export const siteName = (site: number): string => `Site ${site}`;

/** A tenant's slug and secret for its source systems. */
export interface TenantAccess {
  readonly slug: string;
  readonly tenantId: string;
  readonly signingSecret: string;
}

/** The topics of the source systems. */
export const TOPICS: readonly string[] = [
  'Working at Heights',
  'Manual Handling',
  'Forklift Operation',
  'First Aid',
  'Fire Warden',
  'Confined Space Entry',
  'Lockout Tagout',
  'Hazard Awareness',
  'Asbestos Awareness',
  'Electrical Isolation',
  'Ladder Safety',
  'Respirator Fit Testing',
  'Chemical Spill Response',
  'Dangerous Goods Handling',
  'Noise Exposure',
  'Traffic Control',
  'Excavation and Trenching',
  'Scaffold Inspection',
  'Crane and Rigging',
  'Hot Work Permits',
  'Incident Reporting',
  'Fatigue Management',
  'Infection Control',
  'Medication Administration',
  'Safeguarding Vulnerable Adults',
  'Food Hygiene',
  'Allergen Awareness',
  'Cash Handling',
  'Privacy and Data Protection',
  'Phishing Awareness',
  'Anti-Bribery',
  'Code of Conduct',
  'Bullying and Harassment',
  'Driver Safety',
  'Load Restraint',
  'Heat Stress',
  'Emergency Evacuation',
  'Machine Guarding',
  'Site Induction',
  'Toolbox Talk Leadership',
];

const COVERED_TOPICS = 28;
const LIBRARY_SIZE = 50;

export interface SeedCourse {
  readonly title: string;
  readonly topics: readonly string[];
}

/**
 * A library with courses for most topics, some with another spelling, and courses that nobody needs; the other topics
 * are "author one".
 */
export function library(): SeedCourse[] {
  const covering = TOPICS.slice(0, COVERED_TOPICS).map((topic, index) =>
    index % 3 === 0
      ? { title: `${topic} Essentials`, topics: [topic] }
      : index % 3 === 1
        ? { title: topic, topics: [] }
        : { title: `${topic} Refresher`, topics: [`${topic}s`] },
  );
  const others = Array.from({ length: LIBRARY_SIZE - covering.length }, (_, index) => ({
    title: `Company Procedure ${index + 1}`,
    topics: [`Procedure ${index + 1}`, 'Quality'],
  }));
  return [...covering, ...others];
}
