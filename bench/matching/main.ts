import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type MatchableCourse, TopicPipeline, domainVocabulary } from '#catalog';
import { optionsOrExit } from '../harness/command-line.js';
import { type Ratio, median, ratioOf, ratioText } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { generateLibrary, generateTopics } from './generated-library.js';
import { type Options, USAGE, readOptions } from './options.js';
import { TrigramIndex } from './trigram-index.js';

const print = (line: string): void => console.log(line);

const SMALL = 2_000;
const LARGE = 20_000;
/** What the design asks for, on this machine in this run. */
const TIMES_FASTER = 3;
const TIMES_LONGER = 4;
const MAX_BLOCK_MS = 20;

/** Microseconds a topic, one a round, and milliseconds to prepare the library. */
interface Figures {
  readonly courses: number;
  readonly prepareMs: number;
  /** The longest time for which preparing the library blocked the event loop. */
  readonly blockedMs: number;
  readonly pipeline: readonly number[];
  readonly trigram: readonly number[];
}

async function measure(
  index: TrigramIndex,
  courses: readonly MatchableCourse[],
  { topics: count, rounds }: Options,
): Promise<Figures> {
  await index.fill(courses);
  const { pipeline, prepareMs, blockedMs } = await prepare(courses);
  const figures = { pipeline: [] as number[], trigram: [] as number[] };
  // Round 0 warms both sides up; each round has topics of its own, so that nothing is ever matched twice.
  for (let round = 0; round <= rounds; round++) {
    const topics = generateTopics(count, round + 2);
    const ours = await perTopic(topics, (topic) => pipeline.match(topic, null).candidates.length);
    const theirs = await perTopic(topics, (topic) => index.match(topic));
    if (round === 0) continue;
    figures.pipeline.push(ours.micros);
    figures.trigram.push(theirs.micros);
    print(
      `  ${courses.length} courses, round ${round}: pipeline ${ours.micros.toFixed(0)} µs a topic (${ours.found} candidates), pg_trgm ${theirs.micros.toFixed(0)} µs (${theirs.found})`,
    );
  }
  return { courses: courses.length, prepareMs, blockedMs, ...figures };
}

/** A process builds the index of the vocabulary when it starts, and not with its first library. */
async function prepare(
  courses: readonly MatchableCourse[],
): Promise<{ pipeline: TopicPipeline; prepareMs: number; blockedMs: number }> {
  const vocabulary = domainVocabulary();
  (await TopicPipeline.prepare([], vocabulary)).match('none', null);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const began = performance.now();
  delay.enable();
  const pipeline = await TopicPipeline.prepare(courses, vocabulary);
  delay.disable();
  return { pipeline, prepareMs: performance.now() - began, blockedMs: delay.max / 1e6 };
}

async function perTopic(
  topics: readonly string[],
  match: (topic: string) => number | Promise<number>,
): Promise<{ micros: number; found: number }> {
  let found = 0;
  const began = performance.now();
  for (const topic of topics) {
    const candidates = match(topic);
    found += typeof candidates === 'number' ? candidates : await candidates;
  }
  return { micros: ((performance.now() - began) * 1_000) / topics.length, found };
}

async function run(index: TrigramIndex, options: Options): Promise<{ wrong: readonly string[] }> {
  const small = await measure(index, generateLibrary(SMALL), options);
  const large = await measure(index, generateLibrary(LARGE), options);
  const faster = ratioOf(small.trigram, small.pipeline);
  const longer = ratioOf(large.pipeline, small.pipeline);
  print('');
  for (const { courses, prepareMs, blockedMs, pipeline, trigram } of [small, large]) {
    print(
      `${String(courses).padStart(6)} courses: prepared in ${prepareMs.toFixed(0)} ms, blocking the event loop for at most ${blockedMs.toFixed(1)} ms; a distinct topic takes ${median(pipeline).toFixed(0)} µs, with pg_trgm ${median(trigram).toFixed(0)} µs`,
    );
  }
  print(`${SMALL} courses, pg_trgm / pipeline: ${ratioText(faster)}`);
  print(`${LARGE} / ${SMALL} courses, pipeline: ${ratioText(longer)}`);
  return finish(
    { options, small, large, faster, longer, wrong: missed([small, large], faster, longer) },
    options.jsonFile,
  );
}

function missed(figures: readonly Figures[], faster: Ratio, longer: Ratio): string[] {
  return [
    ...(figures.some(({ blockedMs }) => blockedMs > MAX_BLOCK_MS)
      ? [`should block the event loop for at most ${MAX_BLOCK_MS} ms`]
      : []),
    ...(faster.median < TIMES_FASTER ? [`should be ${TIMES_FASTER} times as fast as pg_trgm`] : []),
    ...(longer.median > TIMES_LONGER ? [`should take at most ${TIMES_LONGER} times as long for ${LARGE} courses`] : []),
  ];
}

const options = optionsOrExit(readOptions, USAGE);
print(`${options.rounds} rounds of ${options.topics} distinct topics against ${SMALL} and ${LARGE} generated courses`);
await runOn(
  () => TrigramIndex.start(),
  (index) => run(index, options),
);
