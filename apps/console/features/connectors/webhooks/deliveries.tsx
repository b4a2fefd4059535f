import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { LoadMore } from '../../../shared/list/load-more.js';
import { nextPageOf } from '../../../shared/list/next-page.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowName } from '../../../shared/ui/row-name.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { showToast } from '../../../shared/ui/toasts.js';

type Delivery = Schemas['DeliveryView'];

const PAGE = 10;
/** How often the list is read again while a delivery is pending. */
const POLL_MS = 2_000;

/** What was delivered to a webhook, the latest first. */
export function Deliveries({ webhookId }: { readonly webhookId: string }): ReactNode {
  const words = text.connectors.outgoing;
  const [isOpen, setOpen] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['webhooks', 'deliveries', webhookId],
    queryFn: ({ pageParam, signal }) =>
      engine.listWebhookDeliveries({
        path: { id: webhookId },
        query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isOpen,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => status === 'pending')) ? POLL_MS : false,
  });
  const { data, error } = query;
  const deliveries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <details className="pad" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.deliveries}</summary>
      {data === undefined && error !== null && <FieldError>{problemText(error).what}</FieldError>}
      {data !== undefined && deliveries.length === 0 && <p className="muted">{words.noDeliveries}</p>}
      <ul className="deliveries">
        {deliveries.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      <LoadMore {...nextPageOf(query)} />
    </details>
  );
}

const SHAPES = { pending: 'pending', delivered: 'ready', failed: 'blocking' } as const;

function DeliveryLine({
  delivery: { id, type, status, attempts, createdAt, answerStatus, answer, error, durationMs },
}: {
  readonly delivery: Delivery;
}): ReactNode {
  const words = text.connectors.outgoing;
  const zone = useZone();
  const now = useNow();
  const client = useQueryClient();
  // A retry after a lost response sends it no second time.
  const keys = useDecisionKeys();
  const replay = useMutation({
    mutationFn: () => keys.take(id, (header) => engine.replayWebhookDelivery({ path: { id }, header })),
    onSuccess: async () => {
      showToast(words.replayed);
      await client.invalidateQueries({ queryKey: ['webhooks', 'deliveries'] });
    },
  });
  const what = answerStatus === null ? error : String(answerStatus);
  const time = shortTime(createdAt, zone, now);
  return (
    <li>
      <Mark shape={SHAPES[status]}>{words.deliveryStatuses[status]}</Mark>
      <span className="mono">{type}</span>
      <span className="muted" title={answer ?? undefined}>
        {what} {words.attempts(attempts)} {durationMs !== null && words.took(durationMs)}
      </span>
      <time className="faint num" dateTime={createdAt}>
        {time}
      </time>
      <RowName value={`${type}, ${time}`}>
        <Button look="ghost" busy={replay.isPending} onClick={() => replay.mutate()}>
          {text.connectors.signal.replay}
        </Button>
      </RowName>
      {replay.error !== null && <FieldError>{problemText(replay.error).what}</FieldError>}
    </li>
  );
}
