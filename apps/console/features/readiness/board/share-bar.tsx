import type { CSSProperties, ReactNode } from 'react';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';

interface Counts {
  readonly total: number;
  readonly ready: number;
  readonly atRisk: number;
  readonly notReady: number;
}

const width = (people: number): CSSProperties => ({ flexGrow: people });

/** People by status: solid, hatched and plain, so that it can be read without colour. */
export function ShareBar({ counts, big = false }: { readonly counts: Counts; readonly big?: boolean }): ReactNode {
  const { total, ready, atRisk, notReady } = counts;
  const label = text.readiness.shares(number(notReady), number(atRisk), number(ready), number(total));
  return (
    <div className={big ? 'share big' : 'share'} role="img" aria-label={label}>
      {notReady > 0 && <i className="sr-not" style={width(notReady)} />}
      {atRisk > 0 && <i className="sr-risk" style={width(atRisk)} />}
      {ready > 0 && <i className="sr-ready" style={width(ready)} />}
    </div>
  );
}
