import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { text } from '../../shared/text/text.js';
import { PageTop } from '../../shared/page/page-top.js';
import { ScrollRegion } from '../../shared/ui/scroll-region.js';
import { Views } from '../../shared/ui/views.js';
import { SignalDrawer } from './signal-drawer.js';
import { RefusedSignals } from './refused-signals.js';
import { SignalLog } from './signal-log.js';
import { TestSend } from './test-send.js';
import { WebhookGuide } from './webhook-guide.js';
import { WebhooksList } from './webhooks/webhooks-list.js';

/** Where source systems send their signals to, and what arrived. */
export function ConnectorsPage(): ReactNode {
  const words = text.connectors;
  const search = useSearch({ from: '/signed-in/connectors' });
  const navigate = useNavigate({ from: '/connectors' });
  const open = (signal: string | undefined): void =>
    void navigate({ to: '/connectors', search: (before) => ({ ...before, signal }) });
  const body = useRef<HTMLDivElement>(null);
  const close = (): void => {
    // The signal of the log, from which the person goes on.
    body.current?.querySelector<HTMLElement>('tr.cur button')?.focus();
    open(undefined);
  };
  return (
    <>
      <PageTop title={words.title}>
        <a className="btn ghost" href="/engine/docs">
          <BookOpen className="i" aria-hidden="true" />
          <span className="only-desk">{words.guide}</span>
          <span className="sr only-phone">{words.guide}</span>
        </a>
      </PageTop>
      <Views label={words.tabs.label}>
        <Link
          to="/connectors"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={search.tab === undefined ? 'page' : undefined}
        >
          {words.tabs.incoming}
        </Link>
        <Link
          to="/connectors"
          search={{ tab: 'outgoing' }}
          activeOptions={{ exact: true }}
          aria-current={search.tab === 'outgoing' ? 'page' : undefined}
        >
          {words.tabs.outgoing}
        </Link>
      </Views>
      <div className="split">
        <ScrollRegion label={words.body} ref={body}>
          {search.tab === 'outgoing' ? (
            <WebhooksList />
          ) : (
            <>
              <WebhookGuide>
                <TestSend />
              </WebhookGuide>
              <RefusedSignals />
              <SignalLog search={search} onOpen={open} />
            </>
          )}
        </ScrollRegion>
        {search.signal !== undefined && <SignalDrawer key={search.signal} id={search.signal} onClose={close} />}
      </div>
    </>
  );
}
