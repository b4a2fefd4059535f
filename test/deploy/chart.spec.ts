import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { type Container, renderedChart, sources } from './chart.js';
import { KNOWN, REQUIRED } from './known-variables.js';
import { NODE_FLAGS } from './node-flags.js';

const CHART = 'deploy/helm/readiness-engine';

it('the rendered chart is current: after a change, run sh test/deploy/render-chart.sh', () => {
  const { rendered: of, present } = sources();
  expect(of).toEqual(present);
});

it('the chart has the version of the engine', () => {
  const { appVersion } = parse(readFileSync(`${CHART}/Chart.yaml`, 'utf8')) as { appVersion: string };
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(appVersion).toBe(version);
});

describe('the schema of the values', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`${CHART}/values.schema.json`, 'utf8')),
  );
  const defaults = parse(readFileSync(`${CHART}/values.yaml`, 'utf8'));

  it.each([
    ['the defaults', {}],
    ['a Secret of the operator', { existingSecret: 'readiness' }],
  ])('accepts %s', (_what, values) => {
    expect({ valid: validate({ ...defaults, ...values }), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it.each([
    ['a name that the chart does not know', { workers: {} }],
    ['a key that is not 32 bytes in base64', { secrets: { secretsKey: 'short' } }],
    ['an operator token that the engine refuses', { secrets: { operatorToken: 'short' } }],
    ['a database that is no PostgreSQL', { secrets: { databaseUrl: 'mysql://db' } }],
    ['a grace that is shorter than a stop', { terminationGracePeriodSeconds: 10 }],
    ['a log level that the engine refuses', { config: { logLevel: 'loud' } }],
  ])('refuses %s', (_what, values) => {
    expect(validate({ ...defaults, ...values })).toBe(false);
  });
});

describe.each(['secrets', 'everything'])('the chart, rendered with values/%s.yaml', (values) => {
  const { containers, ofKind } = renderedChart(values);

  it('has an api, workers and migrations', () => {
    expect(containers.map(([name]) => name).toSorted()).toEqual(['api', 'migrate', 'worker']);
  });

  describe.each(containers)('the container %s', (name, container, pod) => {
    const { command, env, resources, securityContext, ports = [] } = container;

    it('runs as a user without privileges', () => {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(pod.spec.template.spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect({ ...resources.requests, limit: resources.limits?.['memory'] }).toEqual({
        cpu: expect.any(String),
        memory: expect.any(String),
        limit: expect.any(String),
      });
    });

    it('starts a file of the build', () => {
      expect(command).toEqual(['node', ...NODE_FLAGS, `dist/bin/${name}.js`]);
      expect(existsSync(command.at(-1) ?? '')).toBe(true);
    });

    const required = name === 'migrate' ? ['DATABASE_URL', 'DATABASE_OWNER_URL'] : REQUIRED;

    it('gets all required variables, and none that the engine does not read', () => {
      const names = env.map((variable) => variable.name);
      expect(names.filter((variable) => !KNOWN.has(variable))).toEqual([]);
      expect(required.filter((variable) => !names.includes(variable))).toEqual([]);
      expect(['SECRETS_KEY', 'OPERATOR_TOKEN'].some((variable) => names.includes(variable))).toBe(name !== 'migrate');
      expect(names.includes('DATABASE_OWNER_URL')).toBe(name === 'migrate');
    });

    it('gets its secrets from existing Secrets', () => {
      const references = env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []);
      const made = new Map(
        ofKind('Secret').map(({ metadata, stringData = {} }) => [metadata.name, Object.keys(stringData)]),
      );
      const missing = references.filter(({ name: secret, key }) =>
        made.has(secret) ? !made.get(secret)?.includes(key) : !secret.startsWith('readiness'),
      );
      expect(missing).toEqual([]);
      expect(references.length).toBeGreaterThanOrEqual(required.length);
    });

    it('listens on the ports of its services, and is probed on the port of the metrics', () => {
      const listening = Object.fromEntries(ports.map((port) => [port.name, String(port.containerPort)]));
      expect(
        Object.entries(listening)
          .map(([port, number]) => `${port} ${number}`)
          .toSorted(),
      ).toEqual({ api: ['http 3000', 'metrics 9464'], worker: ['metrics 9464'], migrate: [] }[name]);
      expect(valueOf(container, 'PORT')).toBe('3000');
      expect(valueOf(container, 'METRICS_PORT')).toBe('9464');
      const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe].flatMap(
        (probe) => probe?.httpGet ?? [],
      );
      expect(probes).toHaveLength(name === 'migrate' ? 0 : 3);
      expect(probes.filter(({ port }) => port !== 'metrics')).toEqual([]);
    });
  });
});

function valueOf({ env }: Container, name: string): string | undefined {
  return env.find((variable) => variable.name === name)?.value;
}
