// Orders the test files: failed ones first, then by duration, longest first. Jest stores durations from earlier runs in
// this folder. In a new clone it would order files by size, and could start a small file that takes 90 s last, while
// the other worker is idle.
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Durations in seconds on two processors of files that take ten or more. Only the order matters. */
const SECONDS = {
  'test/abuse/attacks.spec.ts': 28,
  'test/flows/edifyd-tenant-offboarding.spec.ts': 17,
  'test/faults/graceful-stop.spec.ts': 16,
  'test/contract/input-limits.spec.ts': 15,
  'test/contract/need-changes.spec.ts': 15,
  'test/flows/authoring-model.spec.ts': 15,
  'test/console/connectors.spec.ts': 13,
  'test/console/undo.spec.ts': 13,
  'test/faults/kill.spec.ts': 13,
  'test/flows/standalone.spec.ts': 13,
  'test/console/waivers.spec.ts': 12,
  'test/flows/metrics.spec.ts': 12,
  'test/flows/stalled-downloads.spec.ts': 12,
  'test/console/readiness-person.spec.ts': 11,
  'test/flows/wrong-clocks.spec.ts': 11,
  'test/flows/webhook-deliveries.spec.ts': 11,
  'test/console/draft-review.spec.ts': 10,
  'test/console/drafts.spec.ts': 10,
  'test/console/needs-decisions.spec.ts': 10,
  'test/console/needs.spec.ts': 10,
  'test/flows/backup.spec.ts': 10,
  'test/flows/meanings.spec.ts': 10,
  'test/flows/processes.spec.ts': 10,
  'test/flows/slow-webhooks.spec.ts': 10,
  'test/flows/tenant-deletion.spec.ts': 10,
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
  return SECONDS[relative(config.rootDir, path)] ?? Math.min(10, (hasteFS.getSize(path) ?? 0) / 2_000);
}
