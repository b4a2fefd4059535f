// Orders the test files: failed ones first, then by duration, longest first. Jest stores durations from earlier runs in
// this folder. In a new clone it would order files by size, and could start a small file that takes 90 s last, while
// the other worker is idle.
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Durations in seconds, with three processes on two processors, of files that take 15 or more. Only the order matters. */
const SECONDS = {
  'test/abuse/attacks.spec.ts': 71,
  'test/flows/standalone.spec.ts': 67,
  'test/console/undo.spec.ts': 43,
  'test/flows/processes.spec.ts': 41,
  'test/faults/graceful-stop.spec.ts': 40,
  'test/flows/backup.spec.ts': 38,
  'test/console/connectors.spec.ts': 37,
  'test/faults/kill.spec.ts': 36,
  'test/flows/redis-outages.spec.ts': 35,
  'test/flows/edifyd-tenant-offboarding.spec.ts': 34,
  'test/contract/need-changes.spec.ts': 34,
  'test/console/sign-in.spec.ts': 29,
  'test/flows/authoring-model.spec.ts': 29,
  'test/contract/input-limits.spec.ts': 27,
  'test/flows/metrics.spec.ts': 27,
  'test/flows/authoring-work.spec.ts': 27,
  'test/flows/review-due.spec.ts': 24,
  'test/flows/standalone-stops.spec.ts': 23,
  'test/deploy/compose-processes.spec.ts': 22,
  'test/console/draft-review.spec.ts': 22,
  'test/contract/new-tenants.spec.ts': 22,
  'test/console/drafts.spec.ts': 22,
  'test/flows/refused-documents.spec.ts': 21,
  'test/console/people.spec.ts': 21,
  'test/console/settings.spec.ts': 21,
  'test/flows/draft-under-way.spec.ts': 20,
  'test/console/library.spec.ts': 20,
  'test/console/needs-decisions.spec.ts': 20,
  'test/console/waivers.spec.ts': 19,
  'test/console/pictures.spec.ts': 19,
  'test/contract/audited-changes.spec.ts': 19,
  'test/flows/logs.spec.ts': 18,
  'test/faults/evidence-turns.spec.ts': 18,
  'test/flows/stalled-downloads.spec.ts': 18,
  'test/console/first-steps.spec.ts': 18,
  'test/flows/back-at-site.spec.ts': 17,
  'test/console/kept-input.spec.ts': 17,
  'test/console/triage.spec.ts': 17,
  'test/flows/wrong-clocks.spec.ts': 17,
  'test/console/readiness-person.spec.ts': 17,
  'libs/catalog/matching/odd-libraries.spec.ts': 17,
  'test/console/people-records.spec.ts': 17,
  'test/console/needs.spec.ts': 16,
  'test/flows/meanings.spec.ts': 16,
  'test/flows/offer-races.spec.ts': 16,
  'test/console/need-drawer.spec.ts': 16,
  'test/contract/list-plans.spec.ts': 15,
  'test/flows/slow-webhooks.spec.ts': 15,
  'test/flows/newer-credential.spec.ts': 15,
};

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const hasPassed = (test) => Number(!this.hasFailed(test));
    const millisecondsOf = (test) => this.time(test) ?? 1_000 * expectedSeconds(test);
    return tests.toSorted(
      (one, other) => hasPassed(one) - hasPassed(other) || millisecondsOf(other) - millisecondsOf(one),
    );
  }
}

/** Estimates a duration from the size of a file that is not in the list. */
function expectedSeconds({ path, context: { config, hasteFS } }) {
  return SECONDS[relative(config.rootDir, path)] ?? Math.min(15, (hasteFS.getSize(path) ?? 0) / 2_000);
}
