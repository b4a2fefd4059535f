import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/**
 * Loaded into a process of the engine (`--import`): SIGURG starts a CPU profile, the next one writes it to
 * `$BENCH_PROFILE-<pid>-<n>.cpuprofile`. Node's own `--cpu-prof` would mix the start of the process into it, and writes
 * nothing when a signal ends the process. SIGURG, because nobody else listens to it: Nest takes SIGUSR2 for a request
 * to end.
 */
const session = new Session();
session.connect();
session.post('Profiler.enable');
let profiling = false;
let written = 0;

process.on('SIGURG', () => {
  profiling = !profiling;
  if (profiling) return session.post('Profiler.start');
  session.post('Profiler.stop', (error, result) => {
    if (error === null)
      writeFileSync(
        `${process.env['BENCH_PROFILE'] ?? 'profile'}-${process.pid}-${++written}.cpuprofile`,
        JSON.stringify(result.profile),
      );
  });
});
