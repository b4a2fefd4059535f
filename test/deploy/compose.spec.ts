import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig, readMigrateConfig } from '#platform/config';
import { type Service, composeFile, composeVariables, serviceOf } from './compose-file.js';
import { makeEnv } from './env-file.js';
import { KNOWN, REQUIRED } from './known-variables.js';
import { NODE_FLAGS } from './node-flags.js';

const made = makeEnv();
const file = composeFile(made.variables);
const all = Object.entries(file.services);
const engine = all.filter(([, { image }]) => image.startsWith('readiness-engine:'));
const processes = engine.filter(([name]) => name !== 'edifyd');

const service = (name: string): Service => serviceOf(file, name);

describe('the .env file of the script', () => {
  it('has all variables that docker-compose.yml requires, and no others', () => {
    const { all: used, demanded } = composeVariables();
    expect([...demanded].filter((name) => !made.variables[name])).toEqual([]);
    expect(Object.keys(made.variables).filter((name) => !used.has(name))).toEqual([]);
  });

  it('is readable by its owner only, and never overwritten', () => {
    expect(made.mode.toString(8)).toBe('600');
    expect(made.again).toEqual({ status: 1, unchanged: true });
  });

  it('has new secrets each time', () => {
    const values = [made, makeEnv()]
      .flatMap(({ variables }) => Object.entries(variables))
      .filter(([name]) => /KEY|TOKEN|PASSWORD/.test(name))
      .map(([, value]) => value);
    expect(new Set(values).size).toBe(values.length);
  });

  it.each([...composeVariables().demanded])('is required to have %s', (name) => {
    const message = `${name}: write .env with sh deploy/compose/make-env.sh`;
    expect(() => composeFile({ ...made.variables, [name]: '' })).toThrow(message);
  });
});

describe.each(all)(
  'the service %s',
  (_name, { user, read_only, cap_drop, security_opt, deploy, healthcheck, restart, image, volumes: mounts = [] }) => {
    it('runs as a user without privileges', () => {
      expect([read_only, cap_drop, security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
      expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect(deploy?.resources?.limits).toMatchObject({ cpus: expect.any(String), memory: expect.any(String) });
    });

    it('has a health check and restarts, or ends by itself', () => {
      expect(healthcheck.disable === true).toBe(restart === 'no');
      if (healthcheck.disable !== true)
        expect({ restart, check: healthcheck.test?.[0] }).toEqual({ restart: 'unless-stopped', check: 'CMD' });
    });

    it('has a version of its image, and mounts only existing files', () => {
      expect(image).toMatch(/:(?!latest$)[\w.-]+$/);
      for (const [source = ''] of mounts.map((mount) => mount.split(':')))
        expect(source.startsWith('./') ? existsSync(source) : source in file.volumes).toBe(true);
    });
  },
);

describe.each(processes)('the process %s', (name, { environment = {}, command }) => {
  it('gets all required variables, and none that the engine does not read', () => {
    expect(Object.keys(environment).filter((variable) => !KNOWN.has(variable))).toEqual([]);
    const required = name === 'migrate' ? ['DATABASE_URL', 'DATABASE_OWNER_URL', 'LOG_LEVEL'] : REQUIRED;
    expect(required.filter((variable) => !environment[variable])).toEqual([]);
    expect(name === 'migrate' ? readMigrateConfig(environment) : readConfig(environment)).toMatchObject(
      name === 'migrate'
        ? { databaseOwnerUrl: expect.stringContaining('readiness_owner') }
        : { host: '0.0.0.0', port: 3000, metricsPort: 9464, redisUrl: 'redis://valkey:6379' },
    );
  });

  it('gets every setting that .env may have', () => {
    const ofOthers = ['DATA_DIR', 'DATABASE_OWNER_URL'];
    const settings = name === 'migrate' ? ['LOG_LEVEL'] : [...KNOWN].filter((one) => !ofOthers.includes(one));
    expect(settings.filter((variable) => !(variable in environment))).toEqual([]);
  });

  it('gets the owner of the database only if it migrates', () => {
    expect('DATABASE_OWNER_URL' in environment).toBe(name === 'migrate');
  });

  it('starts a file of the build', () => expectBuilt(command));
});

it('the compose file supports any number of apis and workers: only the gateway publishes a port, on the loopback address', () => {
  const published = all.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
  expect(published).toEqual(['gateway 127.0.0.1:3000:3000']);
  const balanced = readFileSync('deploy/compose/haproxy.cfg', 'utf8');
  expect(balanced).toMatch(/^ {2}bind :3000$/m);
  expect(balanced).toMatch(/^ {2}server-template api \d+ api:3000 /m);
});

it.each(['api', 'worker'])('the compose file starts the %s after PostgreSQL, Valkey and the migrations', (name) => {
  const healthy = { condition: 'service_healthy' };
  const completed = { condition: 'service_completed_successfully' };
  expect(service(name).depends_on).toEqual({ postgres: healthy, valkey: healthy, migrate: completed });
});

it.each(['postgres', 'valkey', 'migrate'])('the compose file keeps %s in the network of the stores', (name) => {
  expect(service(name).networks).toEqual(['inside']);
});

it('the compose file gives browsers the published port, unless it is told where they reach the engine', () => {
  const address = (own: Record<string, string>): unknown =>
    composeFile({ ...made.variables, READINESS_PORT: '8080', ...own }).services['api']?.environment?.['PUBLIC_URL'];
  expect(address({})).toBe('http://localhost:8080');
  expect(address({ PUBLIC_URL: 'https://readiness.example.com' })).toBe('https://readiness.example.com');
});

it.each<Record<string, string>>([{}, { GATEWAY_NETWORK: '10.1.2.0/24' }])(
  'the compose file has the api believe the gateway, and no client in a private network (%j)',
  (own) => {
    const { networks, services } = composeFile({ ...made.variables, ...own });
    const [{ subnet } = { subnet: '' }] = networks['outside']?.ipam?.config ?? [];
    expect(subnet).toMatch(/^10\.\d+\.\d+\.0\/24$/);
    expect(services['api']?.environment?.['TRUSTED_PROXIES']).toBe(subnet);
  },
);

it('the compose file has a Valkey that evicts nothing', () => {
  expect(service('valkey').command.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
});

describe('the image', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');

  it('starts the api, from a file of the build', () => {
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
    expectBuilt(command);
    expect(command).toEqual(service('api').command);
  });

  it('runs with the user id of the compose file', () => {
    expect(/^USER (.*)$/m.exec(dockerfile)?.[1]).toBe(service('api').user);
  });
});

function expectBuilt(command: readonly string[]): void {
  expect(command.slice(0, -1)).toEqual(['node', ...NODE_FLAGS]);
  expect(command.at(-1)).toMatch(/^dist\/bin\/\w+\.js$/);
  expect(existsSync(command.at(-1) ?? '')).toBe(true);
}
