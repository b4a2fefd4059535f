// The order of the test files: those that failed, then those that take longest. Jest knows how long a file took from
// the last run in this folder. A new clone has none, and Jest would start the largest file first and a small one that
// takes 90 s last, while the other worker has nothing left to do.
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Seconds on two processors, for the files that take more than ten. Only their order matters. */
const SECONDS = {
  'test/abuse/attacks.spec.ts': 92,
  'test/faults/start-without.spec.ts': 42,
  'test/flows/standalone.spec.ts': 40,
  'test/faults/graceful-stop.spec.ts': 39,
  'test/faults/kill.spec.ts': 35,
  'test/contract/input-limits.spec.ts': 38,
  'test/faults/authoring-kill.spec.ts': 37,
  'test/faults/readiness-kill.spec.ts': 35,
  'test/flows/client-package.spec.ts': 37,
  'test/flows/login.spec.ts': 28,
  'test/flows/rekey.spec.ts': 29,
  'test/faults/lost-parts.spec.ts': 25,
  'test/flows/backup.spec.ts': 35,
  'libs/catalog/matching/odd-libraries.spec.ts': 28,
  'test/faults/offer-kill.spec.ts': 23,
  'test/flows/edifyd.spec.ts': 22,
  'test/faults/pool-exhausted.spec.ts': 20,
  'test/flows/processes.spec.ts': 20,
  'test/faults/redis-away.spec.ts': 18,
  'test/faults/postgres-restart.spec.ts': 18,
  'test/flows/scim-document.spec.ts': 17,
  'test/flows/webhooks.spec.ts': 18,
  'test/flows/readiness-bounds.spec.ts': 19,
  'test/console/needs.spec.ts': 30,
  'test/console/automation.spec.ts': 25,
  'test/console/connectors.spec.ts': 20,
  'test/console/first-need.spec.ts': 15,
  'test/console/pictures.spec.ts': 18,
  'test/console/sign-in.spec.ts': 20,
  'test/console/people.spec.ts': 20,
  'test/console/library.spec.ts': 16,
  'test/console/requirements.spec.ts': 16,
  'test/console/settings.spec.ts': 16,
  'test/console/words.spec.ts': 16,
  'test/console/first-steps.spec.ts': 14,
  'test/console/readiness.spec.ts': 20,
  'test/console/drafts.spec.ts': 20,
  'test/contract/need-changes.spec.ts': 16,
  'test/faults/evidence-readers.spec.ts': 20,
  'test/faults/slow-loris.spec.ts': 15,
  'test/flows/resolution.spec.ts': 15,
  'test/flows/dedupe.spec.ts': 14,
  'test/flows/failures.spec.ts': 14,
  'test/flows/metrics.spec.ts': 14,
  'test/deploy/compose-processes.spec.ts': 12,
  'test/flows/operator.spec.ts': 11,
  'test/flows/operator-guesses.spec.ts': 11,
  'test/flows/leavers.spec.ts': 11,
  'test/flows/webhook-properties.spec.ts': 11,
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

/** A file that is not in the list takes the longer, the larger it is. */
function expectedSeconds({ path, context: { config, hasteFS } }) {
  return SECONDS[relative(config.rootDir, path)] ?? Math.min(10, (hasteFS.getSize(path) ?? 0) / 2_000);
}
