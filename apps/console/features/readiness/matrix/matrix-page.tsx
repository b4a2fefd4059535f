import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { PageTop } from '../../../shared/page/page-top.js';
import { AsOfNote } from '../as-of-note.js';
import { BoardFilters } from '../board/board-filters.js';
import { summaryQuery } from '../board-data.js';
import type { ReadinessSearch } from '../readiness-search.js';
import { useLiveBoard } from '../use-live-board.js';
import { CellMark } from './cell-mark.js';
import { MatrixTable } from './matrix-table.js';

const LEGEND = ['valid', 'expiring', 'expired', 'missing', 'assigned', 'waived'] as const;

/** People by what is required of them: what they hold, until when, and what they lack. */
export function MatrixPage(): ReactNode {
  const words = text.readiness.matrix;
  const search = useSearch({ from: '/signed-in/readiness/matrix' });
  const navigate = useNavigate({ from: '/readiness/matrix' });
  const zone = useZone();
  const now = useNow();
  useLiveBoard();
  const summary = useQuery(summaryQuery(search)).data;
  const change = (changes: ReadinessSearch): void =>
    void navigate({ to: '/readiness/matrix', search: (before) => ({ ...before, ...changes }), replace: true });
  return (
    <>
      <PageTop
        title={words.title}
        before={
          <Link className="crumb" to="/readiness" search={search}>
            {text.readiness.title} <ChevronRight className="i s" aria-hidden="true" />
          </Link>
        }
      >
        <Link className="btn" to="/readiness/requirements">
          {text.readiness.requirements.title}
        </Link>
      </PageTop>
      {search.asOf !== undefined && <AsOfNote day={search.asOf} onToday={() => change({ asOf: undefined })} />}
      <div className="filters wrap">
        <BoardFilters search={search} summary={summary} onChange={change} />
        <span className="right mx-legend" aria-hidden="true">
          {LEGEND.map((state) => (
            <CellMark key={state} cell={{ state, until: null }} zone={zone} now={now} />
          ))}
        </span>
      </div>
      <MatrixTable search={search} total={summary?.total ?? null} />
    </>
  );
}
