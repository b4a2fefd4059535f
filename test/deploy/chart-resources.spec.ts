import { describe, expect, it } from '@jest/globals';
import { type Manifest, renderedChart } from './chart.js';

const FULL_NAME = 'engine-readiness-engine';

describe.each(['secrets', 'everything'])('the chart, rendered with values/%s.yaml', (values) => {
  const { pods, containers, ofKind } = renderedChart(values);

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
