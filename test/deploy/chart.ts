import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

type Texts = Readonly<Record<string, string>>;

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

export interface Container {
  readonly name: string;
  readonly command: readonly string[];
  readonly securityContext: object;
  readonly env: ReadonlyArray<{
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
  }>;
  readonly ports?: ReadonlyArray<{ readonly name: string; readonly containerPort: number }>;
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly lifecycle?: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
  readonly resources: { readonly requests?: Texts; readonly limits?: Texts };
}

interface PodSpec {
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext: object;
  readonly terminationGracePeriodSeconds?: number;
  readonly containers: readonly Container[];
}

/** A Kubernetes object; of its spec only what the tests ask for. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Texts; readonly annotations?: Texts };
  readonly stringData?: Texts;
  readonly spec: {
    readonly template: { readonly metadata: { readonly labels: Texts }; readonly spec: PodSpec };
    readonly selector: { readonly matchLabels: Texts } & Texts;
    readonly podSelector: { readonly matchLabels: Texts };
    readonly ports: ReadonlyArray<{ readonly targetPort: string }>;
    readonly ingress?: ReadonlyArray<{ readonly ports: ReadonlyArray<{ readonly port: string }> }>;
    readonly scaleTargetRef: { readonly kind: string; readonly name: string };
    readonly metrics: ReadonlyArray<{
      readonly external?: {
        readonly metric: { readonly name: string; readonly selector: { readonly matchLabels: Texts } };
      };
    }>;
  };
}

const FOLDER = 'test/deploy';
const POD_KINDS = ['Deployment', 'Job'];

/** What `render-chart.sh` made of the chart with the file of values of that name. */
function rendered(values: string): Manifest[] {
  return parseAllDocuments(readFileSync(join(FOLDER, 'rendered', `${values}.yaml`), 'utf8')).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    const manifest = document.toJS() as Manifest | null;
    return manifest === null ? [] : [manifest];
  });
}

/** What `render-chart.sh` made of the chart, sorted for tests. */
export function renderedChart(values: string) {
  const manifests = rendered(values);
  const pods = manifests.filter(({ kind }) => POD_KINDS.includes(kind));
  const containers = pods.flatMap((pod) =>
    pod.spec.template.spec.containers.map((container) => [container.name, container, pod] as const),
  );
  const ofKind = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.kind === kind);
  return { pods, containers, ofKind };
}

/** Lines of `sha256sum` over what is rendered: as it was then, and as it is now. */
export function sources(): { rendered: string[]; present: string[] } {
  const files = ['deploy/helm', join(FOLDER, 'values')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const lines = files.map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${file}`);
  const byFile = (one: string, other: string): number => (one.slice(66) < other.slice(66) ? -1 : 1);
  return {
    rendered: readFileSync(join(FOLDER, 'rendered', 'sources.sha256'), 'utf8')
      .trim()
      .split('\n')
      .toSorted(byFile),
    present: lines.toSorted(byFile),
  };
}

/** The metric by which workers are scaled, and the labels that it is narrowed by. */
export function queueMetric(): { name: string; labels: Texts } {
  const [metric] = rendered('secrets').flatMap(({ kind, spec }) =>
    kind === 'HorizontalPodAutoscaler' ? spec.metrics.flatMap(({ external }) => external?.metric ?? []) : [],
  );
  if (metric === undefined) throw new Error('no autoscaler has an external metric');
  return { name: metric.name, labels: metric.selector.matchLabels };
}
