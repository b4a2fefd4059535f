import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../harness/stage/ports.js';
import type { Attack, Target } from '../attack.js';
import { ResponseCounts } from '../attacker/response-counts.js';
import { AttackerConnections } from '../attacker/connections.js';
import { HttpClient } from '../attacker/http-client.js';
import { Neighbour } from '../neighbour/neighbour.js';
import { EngineUnderAttack } from './engine-under-attack.js';
import { type AttackerTenant, Operator } from './tenants.js';

/** How often the neighbour sends an event. */
const EVENT_EVERY_MS = { short: 60, inFull: 30 };
const WARM_UP_MS = { short: 700, inFull: 1_500 };

export interface StageOptions {
  readonly attacks: readonly Attack[];
  /** `DATABASE_URL` of a migrated database; empty: the engine starts its own PostgreSQL. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Attacks in full; otherwise in the short form of the tests. */
  readonly isFull: boolean;
}

/** The shared parts of all attacks: one engine, its neighbour, and a tenant for each attack. */
export class AbuseStage {
  private constructor(
    private readonly folder: string,
    readonly engine: EngineUnderAttack,
    readonly neighbour: Neighbour,
    private readonly tenants: ReadonlyMap<string, AttackerTenant>,
    private readonly isFull: boolean,
  ) {}

  static async start({ attacks, environment = {}, isFull }: StageOptions): Promise<AbuseStage> {
    const folder = await mkdtemp(join(tmpdir(), 'engine-abuse-'));
    const operatorToken = randomBytes(24).toString('hex');
    const secrets = { SECRETS_KEY: randomBytes(32).toString('base64'), OPERATOR_TOKEN: operatorToken };
    const engine = new EngineUnderAttack(folder, await freePort(), { ...secrets, ...environment });
    try {
      await engine.startIfEnded();
      // All before the first attack: the engine may slow down this address after guesses of operator tokens.
      const operator = new Operator(engine.port, operatorToken);
      const access = await operator.createTenant('neighbour', 'nobody');
      const tenants = new Map<string, AttackerTenant>();
      for (const [index, { name, by }] of attacks.entries())
        tenants.set(name, await operator.createTenant(`attacker-${index}`, by));
      const neighbour = new Neighbour(
        { port: engine.port, ...access },
        isFull ? EVENT_EVERY_MS.inFull : EVENT_EVERY_MS.short,
      );
      const stage = new AbuseStage(folder, engine, neighbour, tenants, isFull);
      await stage.warmUp();
      return stage;
    } catch (error) {
      console.error(engine.logEnd());
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  targetOf({ name }: Attack): Target {
    const { port } = this.engine;
    const tenant = this.tenants.get(name);
    if (tenant === undefined) throw new Error(`no tenant was made for the attack "${name}"`);
    const answers = new ResponseCounts();
    return {
      port,
      tenant,
      answers,
      engine: this.engine,
      neighbourSlug: this.neighbour.access.slug,
      http: new HttpClient(port, answers),
      connections: new AttackerConnections(port, answers),
      scaled: (short, inFull) => (this.isFull ? inFull : short),
    };
  }

  /** Prints the end of the engine's log. */
  showLogs(): void {
    console.error(this.engine.logEnd());
  }

  /** Ends every process and removes every file. */
  async stop(): Promise<void> {
    this.neighbour.leave();
    await this.engine.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Compiles the neighbour's code paths before the measurement. */
  private async warmUp(): Promise<void> {
    this.neighbour.start({ sendsBatches: true });
    await sleep(this.isFull ? WARM_UP_MS.inFull : WARM_UP_MS.short);
    await this.neighbour.stop();
  }
}
