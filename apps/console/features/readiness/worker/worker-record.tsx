import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import type { ReadinessRow } from '../board-data.js';

const PARTS = ['credentials', 'onboarding', 'assignments'] as const;

/** Who the person is, by the directory, and where their records are changed. */
export function WorkerRecord({ worker }: { readonly worker: ReadinessRow['worker'] }): ReactNode {
  const words = text.readiness.worker;
  const facts: ReadonlyArray<readonly [string, string | null]> = [
    [words.site, worker.site],
    [words.role, worker.role],
    [words.groups, worker.groups.length > 0 ? worker.groups.join(', ') : null],
    [words.externalId, worker.externalWorkerId],
    [words.learnerId, worker.learnerId],
    [words.email, worker.email],
  ];
  return (
    <aside aria-label={words.record}>
      <dl className="kv">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="kv-row">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="bar sec">
        {PARTS.map((tab) => (
          <Link key={tab} to="/people" search={{ tab, worker: worker.id }}>
            {text.people.tabs[tab]}
          </Link>
        ))}
      </p>
      <div className="note sec">
        <Lock className="i s" aria-hidden="true" />
        <span className="muted">{worker.active ? words.owned : words.left}</span>
      </div>
    </aside>
  );
}
