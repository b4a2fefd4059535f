import { optionsOrExit } from '../harness/command-line.js';
import { median, ratioOf, ratioText } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { type SizedOptions, readSizedOptions, sizedUsage } from '../harness/sized-options.js';
import { busyNote, quiet } from '../harness/stage/other-load.js';
import { Stage } from '../harness/stage/stage.js';
import { type LargeSite, addLargeSite } from './site.js';
import { WAYS, type Way, insert, offer } from './ways.js';

interface Turn {
  readonly rowsPerSecond: number;
  readonly others: number;
  readonly wrong: readonly string[];
}

const SIZE = { name: 'people', help: 'people at the site', byDefault: 50_000 };

const print = (line: string): void => console.log(line);

async function run(stage: Stage, options: SizedOptions): Promise<{ wrong: readonly string[] }> {
  const [tenant] = stage.tenants;
  if (tenant === undefined) throw new Error('a stage without tenants');
  const site = await addLargeSite(stage.owner, tenant, options.size);
  const port = (await stage.processes.startApi(null)).port;
  const token = await stage.processes.adminToken(port, tenant.slug);
  await stage.processes.startWorker(null);
  const turns = new Map<Way, Turn[]>(WAYS.map((way) => [way, []]));
  // The first round is a warm-up, and does not count.
  for (let round = 0; round <= options.rounds; round++) {
    for (const way of WAYS) {
      const turn = await turnOf(stage, way, { port, token }, site, options);
      if (round > 0) turns.get(way)?.push(turn);
      print(`  round ${round}  ${way.padEnd(8)}${Math.round(turn.rowsPerSecond)} rows/s${busyNote(turn.others)}`);
    }
  }
  const figures = (way: Way): number[] => (turns.get(way) ?? []).map(({ rowsPerSecond }) => rowsPerSecond);
  const ratio = ratioOf(figures('offer'), figures('insert'));
  print(
    `\n  offer ${Math.round(median(figures('offer')))} rows/s, INSERT … SELECT ${Math.round(median(figures('insert')))} rows/s: ${ratioText(ratio)}`,
  );
  return finish(
    {
      options,
      turns: Object.fromEntries(turns),
      ratio,
      wrong: [...turns.values()].flat().flatMap(({ wrong }) => wrong),
    },
    options.jsonFile,
  );
}

async function turnOf(
  stage: Stage,
  way: Way,
  api: { port: number; token: string },
  site: LargeSite,
  { size: people, patienceSeconds }: SizedOptions,
): Promise<Turn> {
  await stage.startOver();
  await stage.settle();
  const others = await quiet(patienceSeconds);
  const seconds = way === 'offer' ? await offer(stage, api, site, people) : await insert(stage, site);
  const { rows } = await stage.owner.query<{ assigned: number }>(
    'select count(distinct worker_id)::integer as assigned from assignment',
  );
  const assigned = rows[0]?.assigned ?? 0;
  return {
    rowsPerSecond: people / seconds,
    others,
    wrong: assigned === people ? [] : [`${way}: ${assigned} of ${people} people have an assignment`],
  };
}

const options = optionsOrExit((args) => readSizedOptions(args, SIZE), sizedUsage('bench:offer', SIZE));
print(
  `${options.rounds} rounds of ${options.size} people, over HTTP and a worker against one statement, durable PostgreSQL`,
);
await runOn(
  () => Stage.start({}),
  (stage) => run(stage, options),
);
