/** A body of the webhook. */
interface DemoEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The data points of the demo tenant's source systems, in order. The second event on INC-2043 joins the need of the
 * first and raises its severity; three topics have no course; one e-mail address is not in the directory yet.
 * @param day a day of the tenant, by its distance from today. Licences end on the days of `demoCredentials`: if the
 * directory had one that ends later, it would answer the need
 */
export const demoEvents = (day: (fromToday: number) => string): readonly DemoEvent[] => [
  {
    event: 'signal.credential_expiring',
    data: {
      email: 'jordan@acme.com',
      topic: 'Working at Heights',
      category: 'Refresher',
      severity: 3,
      dedupe_key: 'licence:WAH-8841',
      payload: { credential: 'WAH licence', number: 'WAH-8841', expires_at: day(18) },
    },
  },
  {
    event: 'signal.incident',
    data: {
      site: 'Site A',
      topic: 'Manual Handling',
      severity: 2,
      dedupe_key: 'incident:INC-2043',
      payload: {
        ref: 'INC-2043',
        occurred_at: `${day(-10)}T06:40:00Z`,
        summary: 'strain lifting stock',
        status: 'reported',
      },
    },
  },
  {
    event: 'signal.role_assigned',
    data: {
      external_worker_id: 'W-123',
      topic: 'Forklift Operation',
      severity: 3,
      dedupe_key: 'role:W-123:forklift-operator',
      payload: { previous_role: 'Warehouse Associate', new_role: 'Forklift Operator', starts_at: day(10) },
    },
  },
  {
    event: 'signal.incident',
    data: {
      site: 'Site A',
      topic: 'Manual Handling',
      severity: 4,
      dedupe_key: 'incident:INC-2043',
      payload: {
        ref: 'INC-2043',
        occurred_at: `${day(-10)}T06:40:00Z`,
        summary: 'strain lifting stock: lost time, second case this month',
        status: 'investigated',
      },
    },
  },
  {
    event: 'signal.credential_expired',
    data: {
      external_worker_id: 'W-153',
      topic: 'First Aid',
      category: 'Certification',
      dedupe_key: 'licence:FA-3310',
      payload: { credential: 'First aid certificate', ref: 'HR-1043', number: 'FA-3310', expires_at: day(-18) },
    },
  },
  {
    event: 'signal.credential_expiring',
    data: {
      learner_id: 'L-4987',
      topic: 'Overhead Crane Operation',
      category: 'Certification',
      severity: 3,
      dedupe_key: 'licence:CRN-0472',
      payload: { credential: 'Crane operator licence', number: 'CRN-0472', expires_at: day(54) },
    },
  },
  {
    event: 'signal.policy_updated',
    data: {
      site: 'Northgate Distribution Centre',
      topic: 'Drug and Alcohol Policy',
      dedupe_key: 'policy:POL-017:v4',
      payload: {
        policy: 'POL-017',
        version: 4,
        effective_at: day(35),
        change: 'random testing extended to yard drivers',
      },
    },
  },
  {
    event: 'signal.role_assigned',
    data: {
      external_worker_id: 'W-159',
      topic: 'Drone Operation',
      severity: 3,
      dedupe_key: 'role:W-159:roof-survey',
      payload: { previous_role: 'Survey Technician', new_role: 'Roof Survey Pilot', starts_at: day(45) },
    },
  },
  {
    event: 'signal.incident',
    data: {
      site: 'Harbour Terminal',
      topic: 'Legionella Awareness',
      severity: 3,
      dedupe_key: 'incident:INC-2051',
      payload: {
        ref: 'INC-2051',
        occurred_at: `${day(-8)}T13:15:00Z`,
        summary: 'raised count in a sample from the wash bay',
      },
    },
  },
  {
    event: 'signal.onboarding_gap',
    data: {
      email: 'ines.duarte@acme.com',
      topic: 'Company Induction',
      dedupe_key: 'onboarding:ines.duarte:induction',
      payload: { step: 'Company induction', started_at: day(-11), days_overdue: 4, name: 'Inês Duarte' },
    },
  },
  {
    // The alternative form: the type in the data.
    event: 'signal',
    data: {
      type: 'onboarding_gap',
      email: 'arjun.malhotra@acme.com',
      topic: 'Phishing Awareness',
      severity: 2,
      dedupe_key: 'onboarding:W-131:phishing',
      payload: { step: 'Phishing awareness', started_at: day(-25), days_overdue: 9 },
    },
  },
  {
    event: 'signal.credential_expired',
    data: {
      email: 'katarzyna.zielinska@acme.com',
      topic: 'Radiation Protection',
      category: 'Certification',
      severity: 4,
      dedupe_key: 'licence:RPS-0093',
      payload: {
        credential: 'Radiation protection supervisor (container scanner)',
        number: 'RPS-0093',
        expires_at: day(-7),
      },
    },
  },
];

/** The signal map of the demo tenant: defaults of each type for fields that the event omits. */
export const demoSignalMap: Record<string, { topic?: string; category?: string; severity?: 1 | 2 | 3 | 4 }> = {
  license_expiring: { topic: 'Working at Heights', category: 'Refresher', severity: 3 },
  near_miss: { topic: 'Hazard Awareness', category: 'Toolbox', severity: 4 },
  onboarding_gap: { category: 'Induction', severity: 3 },
  policy_updated: { category: 'Policy', severity: 2 },
};
