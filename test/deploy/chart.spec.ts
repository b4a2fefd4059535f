import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { type Container, type Manifest, rendered, sources } from './chart.js';
import { KNOWN, REQUIRED } from './known-variables.js';
import { NODE_FLAGS } from './node-flags.js';

const CHART = 'deploy/helm/readiness-engine';
const POD_KINDS = ['Deployment', 'Job'];
const FULL_NAME = 'engine-readiness-engine';

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
  const manifests = rendered(values);
  const pods = manifests.filter(({ kind }) => POD_KINDS.includes(kind));
  const containers = pods.flatMap((pod) =>
    pod.spec.template.spec.containers.map((container) => [container.name, container, pod] as const),
  );
  const ofKind = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);

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

    it('listens on the ports of its probes and services', () => {
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
      expect(probes.filter(({ port }) => !(port in listening))).toEqual([]);
    });
  });

  it('has enough time to stop: its sleep and ten seconds', () => {
    for (const { spec } of ofKind('Deployment')) {
      const {
        terminationGracePeriodSeconds: grace = 0,
        containers: [container],
      } = spec.template.spec;
      expect(grace).toBeGreaterThan((container?.lifecycle?.preStop.sleep.seconds ?? 0) + 10);
    }
  });

  it('selects its own Pods in every service, budget and policy', () => {
    const selectors = [
      ...ofKind('Service').map(({ spec }) => spec.selector),
      ...[...ofKind('PodDisruptionBudget'), ...ofKind('PodMonitor'), ...ofKind('Deployment')].map(
        ({ spec }) => spec.selector.matchLabels,
      ),
      ...ofKind('NetworkPolicy').map(({ spec }) => spec.podSelector.matchLabels),
    ];
    const selectsNone = selectors.filter(
      (selector) =>
        !pods.some(({ spec }) =>
          Object.entries(selector).every(([label, value]) => spec.template.metadata.labels[label] === value),
        ),
    );
    expect(selectsNone).toEqual([]);
    expect(
      ofKind('PodDisruptionBudget')
        .map(({ metadata }) => metadata.name)
        .toSorted(),
    ).toEqual([`${FULL_NAME}-api`, `${FULL_NAME}-worker`]);
  });

  it('opens only ports that a container has', () => {
    const names = new Set(containers.flatMap(([, { ports = [] }]) => ports.map(({ name }) => name)));
    const opened = [
      ...ofKind('Service').flatMap(({ spec }) => spec.ports.map(({ targetPort }) => targetPort)),
      ...ofKind('NetworkPolicy').flatMap(({ spec }) =>
        (spec.ingress ?? []).flatMap(({ ports }) => ports.map(({ port }) => port)),
      ),
    ];
    expect([...new Set(opened)].toSorted()).toEqual(['http', 'metrics']);
    expect(opened.filter((port) => !names.has(port))).toEqual([]);
  });

  it('denies all traffic that no policy allows', () => {
    const [deny] = ofKind('NetworkPolicy').filter(({ metadata }) => metadata.name.endsWith('-deny'));
    expect(deny?.spec).toMatchObject({ policyTypes: ['Ingress', 'Egress'] });
    expect(Object.keys(deny?.spec ?? {}).toSorted()).toEqual(['podSelector', 'policyTypes']);
  });

  it('scales existing deployments', () => {
    const deployments = ofKind('Deployment').map(({ metadata }) => metadata.name);
    expect(
      ofKind('HorizontalPodAutoscaler')
        .map(({ spec }) => spec.scaleTargetRef.name)
        .toSorted(),
    ).toEqual(deployments.toSorted());
  });

  it('runs migrations before all other resources of a release, with everything that they need', () => {
    const hook = ({ metadata }: Manifest): string | undefined => metadata.annotations?.['helm.sh/hook'];
    const weight = ({ metadata }: Manifest): number => Number(metadata.annotations?.['helm.sh/hook-weight']);
    const [job] = ofKind('Job');
    expect(job && hook(job)).toBe('pre-install,pre-upgrade');
    expect(job?.spec.template.spec.serviceAccountName).toBeUndefined();
    const needed = new Set(
      job?.spec.template.spec.containers.flatMap(({ env }) =>
        env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef.name ?? []),
      ),
    );
    const secrets = ofKind('Secret').filter(({ metadata }) => needed.has(metadata.name));
    expect(secrets).toHaveLength(values === 'secrets' ? 1 : 0);
    for (const secret of secrets)
      expect({ hook: hook(secret), first: job !== undefined && weight(secret) < weight(job) }).toEqual({
        hook: 'pre-install,pre-upgrade',
        first: true,
      });
  });
});

function valueOf({ env }: Container, name: string): string | undefined {
  return env.find((variable) => variable.name === name)?.value;
}
