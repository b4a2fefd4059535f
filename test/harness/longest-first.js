// The order of the test files: those that failed, then those that take longest. Jest knows how long a file took from
// the last run in this folder. A new clone has none, and Jest would start the largest file first and a small one that
// takes 90 s last, while the other worker has nothing left to do.
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** Seconds on two processors, for the files that take more than ten. Only their order matters. */
const SECONDS = {
  'test/abuse/attacks.spec.ts': 90,
  'test/faults/start-without.spec.ts': 42,
  'test/faults/graceful-stop.spec.ts': 36,
  'test/flows/standalone.spec.ts': 35,
  'test/faults/kill.spec.ts': 35,
  'test/flows/rematch.spec.ts': 34,
  'test/contract/input-limits.spec.ts': 30,
  'test/flows/authoring-model.spec.ts': 30,
  'test/console/needs.spec.ts': 30,
  'test/console/readiness.spec.ts': 30,
  'test/faults/readiness-kill.spec.ts': 28,
  'test/flows/readiness-bounds.spec.ts': 28,
  'test/flows/processes.spec.ts': 26,
  'libs/catalog/matching/odd-libraries.spec.ts': 25,
  'test/console/automation.spec.ts': 25,
  'test/console/roles.spec.ts': 25,
  'test/faults/offer-kill.spec.ts': 23,
  'test/contract/need-changes.spec.ts': 22,
  'test/faults/authoring-kill.spec.ts': 21,
  'test/flows/login.spec.ts': 21,
  'test/flows/metrics.spec.ts': 21,
  'test/flows/webhook-properties.spec.ts': 21,
  'test/flows/backup.spec.ts': 20,
  'test/faults/slow-loris.spec.ts': 20,
  'test/faults/pool-exhausted.spec.ts': 20,
  'test/console/connectors.spec.ts': 20,
  'test/console/sign-in.spec.ts': 20,
  'test/console/people.spec.ts': 20,
  'test/console/drafts.spec.ts': 20,
  'test/faults/evidence-readers.spec.ts': 20,
  'test/flows/client-package.spec.ts': 19,
  'test/flows/dedupe.spec.ts': 19,
  'test/flows/auto-author.spec.ts': 18,
  'test/faults/redis-away.spec.ts': 18,
  'test/console/pictures.spec.ts': 18,
  'test/flows/rekey.spec.ts': 17,
  'test/faults/postgres-restart.spec.ts': 17,
  'test/flows/readiness-properties.spec.ts': 17,
  'test/flows/resolution.spec.ts': 16,
  'test/contract/access-matrix.spec.ts': 16,
  'test/console/library.spec.ts': 16,
  'test/console/requirements.spec.ts': 16,
  'test/console/settings.spec.ts': 16,
  'test/console/words.spec.ts': 16,
  'test/flows/review-due.spec.ts': 15,
  'test/console/first-need.spec.ts': 15,
  'test/flows/leavers.spec.ts': 14,
  'test/console/first-steps.spec.ts': 14,
  'test/flows/logs.spec.ts': 13,
  'test/flows/meanings.spec.ts': 13,
  'test/faults/lost-parts.spec.ts': 12,
  'test/faults/poison.spec.ts': 12,
  'test/flows/model-streams.spec.ts': 12,
  'test/faults/fuzz.spec.ts': 11,
  'test/flows/edifyd.spec.ts': 10,
  'test/flows/webhooks.spec.ts': 10,
  'test/flows/standard-webhooks.spec.ts': 10,
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
