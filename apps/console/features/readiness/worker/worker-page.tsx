import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChevronRight, FileText, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ApiProblem, type Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { DownloadLink } from '../../../shared/downloads/download-link.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import { PageTop } from '../../../shared/page/page-top.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { AsOfNote } from '../as-of-note.js';
import { workerQuery } from '../board-data.js';
import { STATUS_SHAPES } from '../marks.js';
import { OfferMissingDialog } from '../offer-missing-dialog.js';
import { useLiveBoard } from '../use-live-board.js';
import { Holds } from './holds.js';
import { ReasonsList } from './reasons-list.js';
import { Upcoming } from './upcoming.js';
import { WorkerRecord } from './worker-record.js';

/** One person: the reasons why they are not ready, what time alone will change, what they hold, and past reasons. */
export function WorkerPage(): ReactNode {
  const words = text.readiness.worker;
  const { worker: id } = useParams({ from: '/signed-in/readiness/$worker' });
  // The filters are those of the board or the matrix, to which the page leads back.
  const search = useSearch({ from: '/signed-in/readiness/$worker' });
  const { asOf } = search;
  const navigate = useNavigate({ from: '/readiness/$worker' });
  const [isOffering, setOffering] = useState(false);
  useLiveBoard();
  const query = useQuery(workerQuery(id, asOf));
  const left = useLeft(id, query.error);
  const data = left.worker === undefined ? query.data : undefined;
  const name = (left.worker ?? data?.worker)?.name ?? '';
  return (
    <>
      <PageTop
        title={name === '' ? words.record : name}
        before={
          <Link className="crumb" to="/readiness" search={search}>
            {words.back} <ChevronRight className="i s" aria-hidden="true" />
          </Link>
        }
      >
        {data !== undefined && (
          <WorkerActs worker={data.worker} isToday={asOf === undefined} onOffer={() => setOffering(true)} />
        )}
      </PageTop>
      {asOf !== undefined && (
        <AsOfNote
          day={asOf}
          onToday={() =>
            void navigate({ to: '/readiness/$worker', search: { ...search, asOf: undefined }, replace: true })
          }
        />
      )}
      <ScrollRegion label={words.body(name)} className="page read scroll">
        {left.worker === undefined && !left.isLoading && (
          <QueryState query={query} what={words.record} failed={words.failed} />
        )}
        {left.worker !== undefined && <WorkerRecord worker={left.worker} />}
        {data !== undefined && <WorkerReadiness readiness={data} asOf={asOf} />}
      </ScrollRegion>
      {isOffering && data !== undefined && (
        <OfferMissingDialog
          chosen={{ workerIds: [data.worker.id] }}
          who={data.worker.name}
          onClose={() => setOffering(false)}
        />
      )}
    </>
  );
}

/** A person who has left: they are in the directory, and no longer on the board. @param error why they are not on it */
function useLeft(
  id: string,
  error: Error | null,
): { readonly worker: Schemas['WorkerView'] | undefined; readonly isLoading: boolean } {
  const isOffBoard = error instanceof ApiProblem && error.status === 404;
  const { data, isLoading } = useQuery({
    queryKey: ['workers', 'one', id],
    queryFn: ({ signal }) => engine.getWorker({ path: { id }, signal }),
    enabled: isOffBoard,
  });
  return { worker: isOffBoard ? data : undefined, isLoading };
}

/** What can be done about the person: their evidence as a file, and an offer of what they lack. */
function WorkerActs({
  worker: { id, name },
  isToday,
  onOffer,
}: {
  readonly worker: Schemas['WorkerReadinessView']['worker'];
  readonly isToday: boolean;
  readonly onOffer: () => void;
}): ReactNode {
  const { worker: words, missing } = text.readiness;
  const roleRefused = useRefusal('admin');
  // The document is about today, whatever day the page shows.
  const evidence = isToday ? words.evidence : words.evidenceToday;
  return (
    <>
      <DownloadLink
        exported={{
          url: `/engine/v1/admin/readiness/evidence.pdf?${new URLSearchParams({ worker: id }).toString()}`,
          title: text.common.downloads.title(evidence, name),
          people: null,
        }}
        icon={<FileText className="i" aria-hidden="true" />}
      >
        {evidence}
      </DownloadLink>
      <Button look="primary" refused={roleRefused ?? (isToday ? null : missing.todayOnly)} onClick={onOffer}>
        <Send className="i" aria-hidden="true" />
        {missing.button}
      </Button>
    </>
  );
}

function WorkerReadiness({
  readiness: { status, since, worker, reasons, upcoming, holds, history },
  asOf,
}: {
  readonly readiness: Schemas['WorkerReadinessView'];
  /** The day that the page shows; undefined: today. */
  readonly asOf: string | undefined;
}): ReactNode {
  const words = text.readiness.worker;
  const zone = useZone();
  const now = useNow();
  return (
    <>
      <h2 className={`sentence state m-${STATUS_SHAPES[status]}`}>
        <Glyph shape={STATUS_SHAPES[status]} />
        <span>{words.since(text.readiness.statuses[status], shortDay(since, zone, now))}</span>
      </h2>
      <p className="lede">{words.at(worker.role, worker.site)}</p>
      <div className="two sec">
        <div>
          <ReasonsList worker={worker} reasons={reasons} asOf={asOf} />
          <Upcoming changes={upcoming} />
          <Holds holds={holds} />
          <History reasons={history} />
        </div>
        <WorkerRecord worker={worker} />
      </div>
    </>
  );
}

/** The latest entries are shown at first. */
const SHOWN = 20;

function History({ reasons }: { readonly reasons: Schemas['WorkerReadinessView']['history'] }): ReactNode {
  const words = text.readiness.worker;
  const zone = useZone();
  const now = useNow();
  const [areAll, setAll] = useState(false);
  return (
    <section className="sec">
      <SectionHead title={words.history} help={words.historyHelp} />
      {reasons.length === 0 && <p className="muted">{words.noHistory}</p>}
      <ul className="hist">
        {reasons.slice(0, areAll ? undefined : SHOWN).map(({ kind, name, from, to }) => (
          <li key={`${kind} ${name} ${from}`}>
            <span>
              <b>{name}</b> {text.readiness.kinds[kind]}
            </span>
            <time dateTime={to}>
              {shortDay(from, zone, now)} – {shortDay(to, zone, now)}
            </time>
          </li>
        ))}
      </ul>
      {reasons.length > SHOWN && !areAll && (
        <Button className="more" look="ghost" onClick={() => setAll(true)}>
          {words.moreHistory(reasons.length - SHOWN)}
        </Button>
      )}
    </section>
  );
}
