// Orders the test files: failed ones first, then by duration, longest first. Jest stores durations from earlier runs in
// this folder. In a new clone it would order files by size, and could start a small file that takes 90 s last, while
// the other worker is idle.
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Durations in seconds on two processors of files that take more than ten. Only the order matters. */
const SECONDS = {
  'test/abuse/attacks.spec.ts': 36,
  'test/contract/audited-changes.spec.ts': 25,
  'test/flows/standalone.spec.ts': 24,
  'test/console/readiness.spec.ts': 22,
  'test/contract/input-limits.spec.ts': 21,
  'test/faults/graceful-stop.spec.ts': 20,
  'libs/catalog/matching/odd-libraries.spec.ts': 17,
  'test/console/needs.spec.ts': 17,
  'test/flows/authoring-model.spec.ts': 17,
  'test/console/roles.spec.ts': 16,
  'test/faults/kill.spec.ts': 16,
  'test/flows/leavers.spec.ts': 15,
  'test/flows/rekey.spec.ts': 14,
  'test/flows/wrong-clocks.spec.ts': 13,
  'test/flows/failed-jobs.spec.ts': 13,
  'test/flows/auto-author.spec.ts': 13,
  'test/flows/processes.spec.ts': 13,
  'test/flows/readiness-bounds.spec.ts': 13,
  'test/flows/resolution.spec.ts': 13,
  'test/flows/log-in-throttle.spec.ts': 12,
  'test/console/drafts.spec.ts': 12,
  'test/console/screens.spec.ts': 12,
  'test/flows/backup.spec.ts': 12,
  'test/console/library.spec.ts': 11,
  'test/console/people.spec.ts': 11,
  'test/contract/need-changes.spec.ts': 11,
  'test/faults/fuzz.spec.ts': 11,
  'test/flows/gaps.spec.ts': 11,
  'test/flows/rematch.spec.ts': 11,
  'test/console/first-need.spec.ts': 10,
  'test/flows/meanings.spec.ts': 10,
  'test/flows/shares.spec.ts': 10,
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
