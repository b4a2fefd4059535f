import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { ColumnHeads } from '../../shared/list/column-heads.js';
import { ListBody } from '../../shared/list/list-body.js';
import { number } from '../../shared/text/en/plural.js';
import { text } from '../../shared/text/text.js';
import { age, shortDay } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';
import { Mark } from '../../shared/ui/glyph.js';
import { PageTop } from '../../shared/page/page-top.js';
import { SearchField } from '../../shared/ui/search-field.js';
import { EmptyState } from '../../shared/ui/states.js';
import { Views } from '../../shared/ui/views.js';
import { type DraftSummary, usageQuery, useDrafts, useLiveDrafts } from './draft-data.js';
import { DraftMark } from './draft-mark.js';
import { VIEWS } from './drafts-search.js';
import { LedgerDialog } from './ledger-dialog.js';

/** The drafts: courses that are being written or reviewed. */
export function DraftsPage(): ReactNode {
  const { list: words, views, title, body } = text.drafts;
  const search = useSearch({ from: '/signed-in/drafts' });
  const navigate = useNavigate({ from: '/drafts' });
  const now = useNow();
  const [isLedgerOpen, setLedgerOpen] = useState(false);
  useLiveDrafts();
  const pages = useDrafts(search);
  const usage = useQuery(usageQuery).data;
  return (
    <>
      <PageTop title={title}>
        {usage && (
          <Button look="ghost" onClick={() => setLedgerOpen(true)}>
            {planText(usage, now)}
          </Button>
        )}
      </PageTop>
      <Views label={views.label}>
        {VIEWS.map((view) => (
          <Link
            key={view}
            to="/drafts"
            search={view === 'open' ? {} : { list: view }}
            activeOptions={{ exact: true }}
            aria-current={view === (search.list ?? 'open') ? 'page' : undefined}
          >
            {views[view]}
          </Link>
        ))}
      </Views>
      <div className="filters">
        <SearchField
          className="draft-search"
          label={words.search}
          value={search.q}
          onSearch={(q) => void navigate({ to: '/drafts', search: (before) => ({ ...before, q }), replace: true })}
        />
      </div>
      <ListBody
        name={body}
        pages={pages}
        failed={words.failed}
        empty={
          search.q !== undefined ? (
            <EmptyState title={words.noneMatch} />
          ) : (
            <EmptyState title={words.none} help={words.noneHelp}>
              <Link className="btn" to="/needs" search={{ view: 'author' }}>
                {words.toNeeds}
              </Link>
            </EmptyState>
          )
        }
      >
        <DraftsTable drafts={pages.rows} />
      </ListBody>
      {isLedgerOpen && <LedgerDialog onClose={() => setLedgerOpen(false)} />}
    </>
  );
}

function planText({ drafts: { used, reserved, limit }, resetsAt }: Schemas['AuthoringUsage'], now: Date): string {
  return text.drafts.plan(used, reserved, limit, shortDay(resetsAt, 'UTC', now));
}

function DraftsTable({ drafts }: { readonly drafts: readonly DraftSummary[] }): ReactNode {
  const words = text.drafts.list;
  const zone = useZone();
  const now = useNow();
  return (
    <table className="tbl rows drafts">
      <caption className="sr">{words.caption}</caption>
      <thead>
        <tr>
          <ColumnHeads
            columns={[
              words.status,
              words.draft,
              { name: words.topic, className: 'd-topic' },
              { name: words.needs, className: 'd-count r' },
              { name: words.people, className: 'd-count r' },
              { name: words.changed, className: 'r' },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} changed={age(draft.updatedAt, zone, now)} />
        ))}
      </tbody>
    </table>
  );
}

function DraftRow({ draft, changed }: { readonly draft: DraftSummary; readonly changed: string }): ReactNode {
  const { id, status, title, topic, needs, people, error, rejection, reviewDueSince } = draft;
  return (
    <tr>
      <td>
        <DraftMark status={status} />
      </td>
      <td title={error ?? rejection ?? undefined}>
        <Link className="topic" to="/drafts/$draft" params={{ draft: id }}>
          {title === '' ? topic : title}
        </Link>
        {(error ?? rejection) !== null && <span className="why">{error ?? rejection}</span>}
        {reviewDueSince !== null && (
          <span className="why">
            <Mark shape="soon">{text.drafts.list.reviewDue}</Mark>
          </span>
        )}
      </td>
      <td className="d-topic muted">{topic}</td>
      <td className="d-count r">{number(needs)}</td>
      <td className="d-count r">{number(people)}</td>
      <td className="r" data-label={text.drafts.list.changed}>
        {changed}
      </td>
    </tr>
  );
}
