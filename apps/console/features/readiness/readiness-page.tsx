import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Grid3x3, MonitorUp, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ExportLinks } from '../../shared/downloads/export-links.js';
import type { NamedExport } from '../../shared/downloads/export-menu.js';
import { useRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { PageTop } from '../../shared/page/page-top.js';
import { ScrollRegion } from '../../shared/ui/scroll-region.js';
import { EmptyState, ErrorState, Skeleton } from '../../shared/ui/states.js';
import { AsOf } from './board/as-of.js';
import { BoardFilters } from './board/board-filters.js';
import { BoardHead } from './board/board-head.js';
import { SharedCauses } from './board/shared-causes.js';
import { SiteHeat } from './board/site-heat.js';
import { TrendChart } from './board/trend-chart.js';
import { WorstList } from './board/worst-list.js';
import { type Summary, summaryQuery } from './board-data.js';
import { OfferMissingDialog } from './offer-missing-dialog.js';
import { type ReadinessSearch, filtersOf, isFiltered } from './readiness-search.js';
import { useLiveBoard } from './use-live-board.js';

/** Who is ready, who is not, and why. */
export function ReadinessPage(): ReactNode {
  const words = text.readiness;
  const search = useSearch({ from: '/signed-in/readiness' });
  const navigate = useNavigate({ from: '/readiness' });
  const roleRefused = useRefusal('admin');
  const [isOffering, setOffering] = useState(false);
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  useLiveBoard();
  const { data, error, status, isPlaceholderData, refetch } = useQuery(summaryQuery(search));
  const change = (changes: ReadinessSearch): void =>
    void navigate({ to: '/readiness', search: (before) => ({ ...before, ...changes }), replace: true });
  const isEmpty = data?.total === 0 && !isFiltered(search) && search.asOf === undefined;
  return (
    <>
      <PageTop title={words.title}>
        <OtherViews search={search} />
        <ExportLinks
          name={words.title}
          csv="/engine/v1/admin/readiness.csv"
          xlsx="/engine/v1/admin/readiness.xlsx"
          query={filtersOf(search)}
          people={data?.total ?? null}
          more={search.site === undefined ? [] : [evidenceOf(search.site, search.asOf)]}
        />
        <Button
          look="primary"
          refused={roleRefused ?? (search.asOf === undefined ? null : words.missing.todayOnly)}
          onClick={() => setOffering(true)}
        >
          <Send className="i" aria-hidden="true" />
          {words.missing.button}
        </Button>
      </PageTop>
      <ScrollRegion label={words.body} ref={setPlace}>
        {status === 'pending' && <Skeleton what={words.body} />}
        {status === 'error' && <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />}
        {status === 'error' && data === undefined && (
          <BoardFilters search={search} summary={undefined} onChange={change} />
        )}
        {isEmpty && (
          <EmptyState title={words.nobody} help={words.nobodyHelp}>
            <Link className="btn" to="/people/import/$kind" params={{ kind: 'workers' }}>
              {words.nobodyImport}
            </Link>
          </EmptyState>
        )}
        {data !== undefined && !isEmpty && (
          <Board search={search} summary={data} isOutdated={isPlaceholderData} place={place} onChange={change} />
        )}
      </ScrollRegion>
      {isOffering && data !== undefined && (
        <OfferMissingDialog
          chosen={{ filter: peopleOf(search) }}
          who={isFiltered(search) ? words.missing.matching(data.total) : words.missing.everybody}
          onClose={() => setOffering(false)}
        />
      )}
    </>
  );
}

/** Leads to the matrix, and to the board for a screen on the wall. */
function OtherViews({ search }: { readonly search: ReadinessSearch }): ReactNode {
  const { matrix, wall } = text.readiness;
  return (
    <>
      <Link className="btn ghost" to="/readiness/matrix" search={search} aria-label={matrix.title}>
        <Grid3x3 className="i" aria-hidden="true" />
        <span className="only-desk">{matrix.title}</span>
      </Link>
      <Link
        className="btn ghost only-desk"
        to="/readiness/wall"
        search={search.site === undefined ? {} : { site: search.site }}
      >
        <MonitorUp className="i" aria-hidden="true" />
        {wall.open}
      </Link>
    </>
  );
}

/** The parts of the board, from the numbers to the people. */
function Board({
  search,
  summary,
  isOutdated,
  place,
  onChange,
}: {
  readonly search: ReadinessSearch;
  readonly summary: Summary;
  /** True: the numbers are those of other filters or of another day, until the present ones are read. */
  readonly isOutdated: boolean;
  /** The element that scrolls; null: it is not rendered yet. */
  readonly place: HTMLElement | null;
  readonly onChange: (changes: ReadinessSearch) => void;
}): ReactNode {
  return (
    <>
      <div className="board-head">
        <BoardHead summary={summary} isFiltered={isFiltered(search)} isBusy={isOutdated} />
        <AsOf day={search.asOf} onChange={(asOf) => onChange({ asOf })} />
      </div>
      <div className="cols">
        <SiteHeat sites={summary.sites} search={search} isBusy={isOutdated} />
        <TrendChart search={search} />
      </div>
      <SharedCauses causes={summary.causes} asOf={search.asOf} />
      <WorstList
        search={search}
        filters={<BoardFilters search={search} summary={summary} onChange={onChange} />}
        place={place}
      />
    </>
  );
}

/** The document is about today, whatever day the board shows. */
function evidenceOf(site: string, asOf: string | undefined): NamedExport {
  const { evidence, evidenceToday } = text.readiness;
  const label = asOf === undefined ? evidence : evidenceToday;
  return {
    label,
    exported: {
      url: `/engine/v1/admin/readiness/evidence.pdf?${new URLSearchParams({ site }).toString()}`,
      title: text.common.downloads.title(label, site),
      people: null,
    },
  };
}

/** The filters without the day. */
function peopleOf(search: ReadinessSearch): ReturnType<typeof filtersOf> {
  return filtersOf({ ...search, asOf: undefined });
}
