import { optionsOrExit } from '../harness/command-line.js';
import { median, ratioOf, ratioText } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { type SizedOptions, readSizedOptions, sizedUsage } from '../harness/sized-options.js';
import { busyNote, quiet } from '../harness/stage/other-load.js';
import { Stage } from '../harness/stage/stage.js';
import { peopleOf } from './people.js';
import { WAYS, type Way, copyPeople, importPeople } from './ways.js';

interface Turn {
  readonly rowsPerSecond: number;
  readonly others: number;
}

const SIZE = { name: 'rows', help: 'workers in the table', byDefault: 100_000 };

const print = (line: string): void => console.log(line);

async function run(stage: Stage, options: SizedOptions): Promise<{ wrong: readonly string[] }> {
  const [tenant] = stage.tenants;
  if (tenant === undefined) throw new Error('a stage without tenants');
  const people = peopleOf(tenant.tenantId, options.size);
  const api = await stage.processes.startApi(null);
  const access = { port: api.port, token: await stage.processes.adminToken(api.port, tenant.slug) };
  const memoryBefore = api.residentMemory();
  const turns = new Map<Way, Turn[]>(WAYS.map((way) => [way, []]));
  const wrong: string[] = [];
  // The first round is a warm-up, and does not count.
  for (let round = 0; round <= options.rounds; round++) {
    for (const way of WAYS) {
      await stage.startOver();
      await stage.empty(['worker', 'worker_group_member', 'site']);
      await stage.settle();
      const others = await quiet(options.patienceSeconds);
      const seconds =
        way === 'import' ? await importPeople(access, people) : await copyPeople(stage, tenant.tenantId, people);
      wrong.push(...(await miscounted(stage, way, options.size)));
      if (round > 0) turns.get(way)?.push({ rowsPerSecond: options.size / seconds, others });
      print(`  round ${round}  ${way.padEnd(8)}${Math.round(options.size / seconds)} rows/s${busyNote(others)}`);
    }
  }
  const figures = (way: Way): number[] => (turns.get(way) ?? []).map(({ rowsPerSecond }) => rowsPerSecond);
  const ratio = ratioOf(figures('import'), figures('copy'));
  const memory = { before: memoryBefore, peak: api.peakMemory() };
  print(
    `\n  import ${Math.round(median(figures('import')))} rows/s, COPY ${Math.round(median(figures('copy')))} rows/s: ${ratioText(ratio)}`,
  );
  print(`  memory of the api: ${Math.round(memory.before)} MiB before, ${Math.round(memory.peak)} MiB at the most`);
  return finish({ options, turns: Object.fromEntries(turns), ratio, memory, wrong }, options.jsonFile);
}

async function miscounted({ owner }: Stage, way: Way, rows: number): Promise<string[]> {
  const {
    rows: [counted],
  } = await owner.query<{ workers: number }>(
    'select count(*)::integer as workers from worker where site_id in (select id from site)',
  );
  return counted?.workers === rows ? [] : [`${way}: ${counted?.workers} of ${rows} workers are at a site`];
}

const options = optionsOrExit((args) => readSizedOptions(args, SIZE), sizedUsage('bench:import', SIZE));
print(`${options.rounds} rounds of ${options.size} workers, a table over HTTP against COPY, durable PostgreSQL`);
await runOn(
  () => Stage.start({}),
  (stage) => run(stage, options),
);
