import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { useDecisionKeys } from '../../shared/api/decisions.js';
import { engine } from '../../shared/api/engine.js';
import { useChange } from '../../shared/api/use-change.js';
import { useKeys } from '../../shared/keys/use-keys.js';
import { useRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';
import { Drawer } from '../../shared/ui/drawer.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { ScrollRegion } from '../../shared/ui/scroll-region.js';
import { FieldError } from '../../shared/ui/text-field.js';
import { OutcomeMark } from './outcome-mark.js';

const SHOWN_BY = [['signals']];

/** One signal as it was sent, and its result. */
export function SignalDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const words = text.connectors.signal;
  const query = useQuery({
    queryKey: ['signals', 'one', id],
    queryFn: ({ signal }) => engine.getSignal({ path: { id }, signal }),
    // It would copy the exact numbers of the event field by field.
    structuralSharing: false,
  });
  const { data } = query;
  // A retry after a lost response records it no second time.
  const keys = useDecisionKeys();
  const replay = useChange<void>(
    SHOWN_BY,
    () => keys.take(id, (header) => engine.replaySignal({ path: { id }, header })),
    words.replayed,
  );
  useKeys({ Escape: onClose });
  const refused = useRefusal('admin');
  return (
    <Drawer label={words.label(data?.type ?? '')}>
      <div className="drawer-top">
        {data && <OutcomeMark outcome={data.outcome} />}
        <span className="grow" />
        <Button look="ghost" icon aria-label={text.common.close} onClick={onClose}>
          <X className="i" aria-hidden="true" />
        </Button>
      </div>
      <ScrollRegion label={words.raw} className="drawer-body scroll">
        <QueryState query={query} what={words.raw} failed={words.failed} />
        {data !== undefined && (
          <>
            <SignalFacts signal={data} />
            {replay.error !== null && <FieldError>{replay.error}</FieldError>}
          </>
        )}
      </ScrollRegion>
      <div className="drawer-foot">
        {data !== undefined && data.needId !== null && (
          <Link className="btn lg pri" to="/needs" search={{ need: data.needId }}>
            {text.connectors.log.openNeed}
          </Link>
        )}
        <Button size="form" refused={refused} busy={replay.busy} title={words.replayHelp} onClick={() => replay.run()}>
          <RotateCw className="i" aria-hidden="true" />
          {words.replay}
        </Button>
      </div>
    </Drawer>
  );
}

function SignalFacts({
  signal: { type, receivedAt, dedupeKey, event },
}: {
  readonly signal: Schemas['SignalView'];
}): ReactNode {
  const { signal: words, log } = text.connectors;
  return (
    <>
      <h2 className="rec-title">{type}</h2>
      <dl className="kv signal-facts">
        <dt>{words.received}</dt>
        <dd>{shortTime(receivedAt, useZone(), useNow())}</dd>
        <dt>{log.key}</dt>
        <dd className="mono">{dedupeKey}</dd>
      </dl>
      <section className="sec">
        <h3>{words.raw}</h3>
        <pre tabIndex={0}>{JSON.stringify(event, null, 2)}</pre>
      </section>
    </>
  );
}
