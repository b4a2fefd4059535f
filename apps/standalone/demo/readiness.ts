/*
 * What the demo tenant knows of its people besides its needs. Days are relative to the first start: -5 is five days
 * ago. The board of today, and its history, follow from these facts by the engine's own rule.
 */

/** How long the people have been in the directory. */
export const KNOWN_DAYS = 60;

export const demoPolicy = { timeZone: 'Europe/London', expiringWithinDays: 45 };

/** `worker` is an external id; `expires` null: it does not expire. */
interface DemoCredential {
  readonly worker: string;
  readonly name: string;
  readonly expires: number | null;
}

// prettier-ignore
export const demoCredentials: readonly DemoCredential[] = [
  // First aiders of the emergency response group: one ran out, one runs out soon, Bronwyn Price never had one.
  { worker: 'W-101', name: 'First aid', expires: 402 },
  { worker: 'W-104', name: 'First aid', expires: 211 },
  { worker: 'W-109', name: 'First aid', expires: 655 },
  { worker: 'W-111', name: 'First aid', expires: 38 },
  { worker: 'W-116', name: 'First aid', expires: 530 },
  { worker: 'W-124', name: 'First aid', expires: 91 },
  { worker: 'W-128', name: 'First aid', expires: 318 },
  { worker: 'W-140', name: 'First aid', expires: 477 },
  { worker: 'W-142', name: 'First aid', expires: 260 },
  { worker: 'W-145', name: 'First aid', expires: 604 },
  { worker: 'W-153', name: 'First aid', expires: -18 },
  { worker: 'W-155', name: 'First aid', expires: 149 },
  { worker: 'W-103', name: 'Forklift licence', expires: 730 },
  { worker: 'W-112', name: 'Forklift licence', expires: 300 },
  { worker: 'W-118', name: 'Forklift licence', expires: 12 },
  { worker: 'W-123', name: 'Forklift licence', expires: 1_090 },
  { worker: 'W-129', name: 'Forklift licence', expires: -5 },
  { worker: 'W-144', name: 'Forklift licence', expires: 512 },
  // Tui Ngata has no licence yet, and a waiver.
  { worker: 'W-141', name: 'Crane operator licence', expires: 54 },
  { worker: 'W-101', name: 'Working at Heights licence', expires: 18 },
  { worker: 'W-105', name: 'Electrical work permit', expires: 120 },
  { worker: 'W-116', name: 'Electrical work permit', expires: 27 },
  { worker: 'W-135', name: 'Electrical work permit', expires: null },
  { worker: 'W-155', name: 'Electrical work permit', expires: 365 },
];

/** `created` is a day; a step without `done` is open. */
interface DemoStep {
  readonly worker: string;
  readonly step: string;
  readonly created: number;
  readonly done?: number;
}

// prettier-ignore
export const demoSteps: readonly DemoStep[] = [
  { worker: 'W-139', step: 'Site tour', created: -6, done: -5 },
  { worker: 'W-139', step: 'Sign the yard rules', created: -6 },
  { worker: 'W-158', step: 'Locker and protective equipment', created: -9 },
  { worker: 'W-134', step: 'Meet your first aider', created: -21, done: -19 },
];

/** The training matrix. `course` is a title of the library; `from` is a day. */
interface DemoRequirement {
  readonly audience: 'everyone' | 'site' | 'group' | 'role';
  readonly name: string | null;
  readonly credential?: string;
  readonly course?: string;
  readonly severity?: number;
  readonly validDays?: number;
  readonly graceDays?: number;
  readonly from: number;
}

const MANUAL_HANDLING = 'Manual Handling Without Injury';
const SUPERVISORS = 'Leading Safety as a Supervisor';

// prettier-ignore
export const demoRequirements: readonly DemoRequirement[] = [
  { audience: 'group', name: 'Emergency Response', credential: 'First aid', from: -60 },
  { audience: 'role', name: 'Forklift Operator', credential: 'Forklift licence', from: -60 },
  { audience: 'role', name: 'Crane Operator', credential: 'Crane operator licence', from: -60 },
  { audience: 'role', name: 'Electrician', credential: 'Electrical work permit', from: -60 },
  { audience: 'group', name: 'Warehouse', course: MANUAL_HANDLING, validDays: 1_095, graceDays: 14, from: -36 },
  { audience: 'group', name: 'Site Leadership', course: SUPERVISORS, graceDays: 30, from: -12 },
];

/** Who completed a course, and when. The newest workers have not completed manual handling yet. */
interface DemoCompletion {
  readonly worker: string;
  readonly course: string;
  readonly on: number;
}

const completed = (course: string, days: Readonly<Record<string, number>>): DemoCompletion[] =>
  Object.entries(days).map(([worker, on]) => ({ worker, course, on }));

// prettier-ignore
export const demoCompletions: readonly DemoCompletion[] = [
  ...completed(MANUAL_HANDLING, {
    'W-102': -34, 'W-103': -33, 'W-107': -31, 'W-108': -30, 'W-109': -27, 'W-112': -27, 'W-114': -24,
    'W-117': -21, 'W-121': -20, 'W-123': -20, 'W-124': -17, 'W-127': -16, 'W-129': -15, 'W-132': -13,
    'W-134': -12, 'W-136': -10, 'W-137': -8, 'W-139': -6, 'W-144': -4, 'W-149': -3,
  }),
  ...completed(SUPERVISORS, { 'W-104': -9, 'W-128': -7, 'W-140': -2 }),
];

/** One exemption, with its end and its reason. */
export const demoWaiver = {
  worker: 'W-142',
  credential: 'Crane operator licence',
  until: 14,
  note: 'Operates with an instructor in the cab until the practical assessment.',
};

/** The need whose offer is overdue, by its topic, and the days of the offer and of its end. */
export const demoOverdue = { topic: 'Phishing Awareness', offered: -18, due: -4 };
