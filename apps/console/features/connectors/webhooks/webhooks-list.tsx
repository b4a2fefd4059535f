import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { ShownSecret } from '../../../shared/ui/shown-secret.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';
import { Deliveries } from './deliveries.js';
import { NewWebhookDialog } from './new-webhook-dialog.js';

type Webhook = Schemas['WebhookView'];

const SHOWN_BY = [['webhooks']];

/** The addresses to which the engine sends events, and the result of each delivery. Only admins see it. */
export function WebhooksList(): ReactNode {
  const refused = useRefusal('admin');
  return refused === null ? <Webhooks /> : <EmptyState title={refused} />;
}

function Webhooks(): ReactNode {
  const words = text.connectors.outgoing;
  const [isAdding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['webhooks', 'list'],
    queryFn: ({ signal }) => engine.listWebhooks({ signal }),
  });
  const { data } = query;
  return (
    <section>
      <SectionHead level={2} title={words.title} help={words.help}>
        <AddButton onClick={() => setAdding(true)}>{words.add}</AddButton>
      </SectionHead>
      <QueryState query={query} what={words.title} failed={words.failed} rows={3} />
      {data?.items.length === 0 && <EmptyState title={words.none} help={words.noneHelp} />}
      <div className="stack">
        {data?.items.map((webhook) => (
          <WebhookPanel key={webhook.id} webhook={webhook} />
        ))}
      </div>
      {isAdding && <NewWebhookDialog onClose={() => setAdding(false)} />}
    </section>
  );
}

const SHAPES = { enabled: 'ready', disabled: 'waived', given_up: 'blocking' } as const;

function WebhookPanel({ webhook }: { readonly webhook: Webhook }): ReactNode {
  const words = text.connectors.outgoing;
  const { id, url, description, eventTypes, status, failingSince } = webhook;
  const zone = useZone();
  const now = useNow();
  const [secret, setSecret] = useState<string | null>(null);
  const { test, rotate, toggle, removal, error } = useWebhookMoves(webhook, setSecret);
  return (
    <article className="panel" aria-label={url}>
      <div className="pad stack">
        <div className="webhook-head">
          <Mark shape={SHAPES[status]}>{words.statuses[status]}</Mark>
          <span className="mono">{url}</span>
          <span className="bar">
            <Button busy={test.busy} onClick={() => test.run()}>
              {words.test}
            </Button>
            <Button busy={toggle.busy} onClick={() => toggle.run()}>
              {status === 'enabled' ? words.disable : words.enable}
            </Button>
            <Button busy={rotate.busy} onClick={() => rotate.run()}>
              {words.rotate}
            </Button>
            <Button look="ghost" onClick={() => removal.start()}>
              {words.remove}
            </Button>
          </span>
        </div>
        <p className="muted">
          {description !== null && <>{description} </>}
          {eventTypes === null ? words.allEvents : eventTypes.join(', ')}
        </p>
        {failingSince !== null && (
          <p>
            <Mark shape="soon">{words.failing(shortTime(failingSince, zone, now))}</Mark>
          </p>
        )}
        {error !== null && <FieldError>{error}</FieldError>}
      </div>
      <Deliveries webhookId={id} />
      {secret !== null && <ShownSecret title={words.rotated} secret={secret} onClose={() => setSecret(null)} />}
      {removal.dialog}
    </article>
  );
}

/** What an admin may do with a webhook. @param onSecret gets the secret that replaces the present one */
function useWebhookMoves(webhook: Webhook, onSecret: (secret: string) => void) {
  const words = text.connectors.outgoing;
  const { id, url, status } = webhook;
  const path = { id };
  const header = ifMatch(webhook);
  // A retry after a lost response replaces the secret no second time: the one that the receiver has would end at once.
  const keys = useDecisionKeys();
  const test = useChange<void>(
    SHOWN_BY,
    () => keys.take('test', (key) => engine.testWebhook({ path, header: key })),
    words.tested,
  );
  const rotate = useChange<void>(SHOWN_BY, async () => {
    onSecret((await keys.take('rotate', (key) => engine.rotateWebhookSecret({ path, header: key, body: {} }))).secret);
  });
  const toggle = useChange<void>(SHOWN_BY, () =>
    engine.changeWebhook({ path, header, body: { enabled: status !== 'enabled' } }),
  );
  const removal = useConfirmed(
    useChange<void>(SHOWN_BY, () => engine.removeWebhook({ path, header }), words.removed),
    () => ({ title: words.removeTitle, sub: url, button: words.remove, help: words.removeHelp }),
  );
  return { test, rotate, toggle, removal, error: test.error ?? toggle.decisionError ?? rotate.error };
}
