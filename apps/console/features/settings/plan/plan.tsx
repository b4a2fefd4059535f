import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';

/** What the operator has set for the tenant: the plan, what it allows in a month, and how long signals are kept. */
export function Plan(): ReactNode {
  const words = text.settings.plan;
  const now = useNow();
  const usage = useQuery({ queryKey: ['authoring-usage'], queryFn: () => engine.getAuthoringUsage(), staleTime: 0 });
  const limits = useQuery({ queryKey: ['limits'], queryFn: ({ signal }) => engine.getLimits({ signal }) });
  const error = usage.error ?? limits.error;
  const retry = (): void => void Promise.all([usage.refetch(), limits.refetch()]);
  const [used, kept] = [usage.data, limits.data];
  return (
    <ScrollRegion label={words.title}>
      <QueryState query={{ data: used && kept, error, refetch: retry }} what={words.title} failed={words.failed} />
      {used && kept && (
        <div className="stack wizard">
          <section className="stack">
            <h2>{words.authoring}</h2>
            <dl className="facts">
              <Fact name={words.plan}>{used.plan}</Fact>
              <Fact name={words.drafts}>{draftsText(used.drafts)}</Fact>
              <Fact name={words.tokens}>{words.tokensOf(used.tokens.used, used.tokens.limit)}</Fact>
              <Fact name={words.resets}>{shortDay(used.resetsAt, 'UTC', now)}</Fact>
            </dl>
            <p className="muted">
              {words.switchHelp} <Link to="/automation">{words.switch}</Link>
            </p>
          </section>
          <section className="stack">
            <h2>{words.data}</h2>
            <dl className="facts">
              <Fact name={words.retention}>{words.months(kept.signalRetentionMonths)}</Fact>
              <Fact name={words.rate}>
                {kept.rateLimit === null ? words.defaultRate : words.rateOf(number(kept.rateLimit))}
              </Fact>
            </dl>
            <p className="muted">{words.retentionHelp}</p>
          </section>
          <section className="stack">
            <h2>{words.who}</h2>
            <p className="note">{words.whoHelp}</p>
          </section>
        </div>
      )}
    </ScrollRegion>
  );
}

function draftsText({ used, limit, reserved, left }: Schemas['DraftUsage']): string {
  return text.settings.plan.draftsOf(used, limit, reserved, left);
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
