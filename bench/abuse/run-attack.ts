import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack, AttackResult, Target } from './attack.js';
import type { ProcessorTime } from './stage/engine-under-attack.js';
import type { AbuseStage } from './stage/stage.js';

/** How long the neighbour works before and after the attack: in the short form, one or two events. */
const AROUND_MS = { short: 45, inFull: 90 };

/** Runs an attack while the neighbour measures. Restarts the engine if the previous attack has ended it. */
export async function runAttack(stage: AbuseStage, attack: Attack): Promise<AttackResult> {
  const { engine, neighbour } = stage;
  await engine.startIfEnded();
  const target = stage.targetOf(attack);
  const aroundMs = target.scaled(AROUND_MS.short, AROUND_MS.inFull);
  try {
    const run = await attack.prepare(target);
    target.answers.forget();
    const before = { memory: engine.residentMemory(), log: engine.logBytes(), processor: engine.processorTime() };
    engine.forgetPeak();
    neighbour.start({ sendsBatches: attack.neighbourSendsBatches === true });
    await sleep(aroundMs);
    const began = performance.now();
    const extras = await run();
    const seconds = (performance.now() - began) / 1_000;
    closeAll(target);
    await sleep(aroundMs);
    const figures = await neighbour.stop();
    const isAlive = engine.isRunning;
    return {
      attack: attack.name,
      by: attack.by,
      bound: attack.bound,
      seconds,
      extras,
      isAlive,
      slowdown: isAlive ? slowdownBetween(before.processor, engine.processorTime()) : 1,
      answers: target.answers.byStatus(),
      largestAnswer: target.answers.largest,
      withoutRetryAfter: target.answers.withoutRetryAfter,
      neighbour: figures,
      memory: isAlive ? { before: before.memory, peak: engine.peakMemory(), after: engine.residentMemory() } : null,
      logBytes: engine.logBytes() - before.log,
    };
  } finally {
    closeAll(target);
  }
}

/** On a slower machine, the figures do not describe the engine. */
const MAX_SLOWDOWN = 5;

function slowdownBetween(before: ProcessorTime, after: ProcessorTime): number {
  const [ran, waited] = [after.ran - before.ran, after.waited - before.waited];
  return ran > 0 ? Math.min(MAX_SLOWDOWN, (ran + waited) / ran) : 1;
}

function closeAll({ connections, http }: Target): void {
  connections.closeAll();
  http.close();
}
