import type { ReactNode } from 'react';
import { connectLive, useLive } from '../../shared/live/live.js';
import { text } from '../../shared/text/text.js';
import { shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';
import { Glyph } from '../../shared/ui/glyph.js';
import { useNarrow } from '../../shared/ui/use-phone.js';

/**
 * Streams end regularly, and are open again after seconds: the line above the page shows only a longer interruption.
 */
const INTERRUPTED_MS = 20_000;

/** Whether the page is still up to date, in the foot of the navigation. */
export function LiveLine(): ReactNode {
  const { status, since } = useLive();
  const { live } = text.common;
  const isNarrow = useNarrow();
  if (since !== null) return isNarrow ? <Glyph shape="soon" className="live-off" /> : <OffLine since={since} />;
  return (
    <p className={`live ${status}`} role="status">
      <Glyph shape="dot" />
      <span className="t">{status === 'on' ? live.on : live.connecting}</span>
    </p>
  );
}

/** Above the page, if the navigation has no room for words: that the page is not up to date. */
export function PageLiveLine(): ReactNode {
  const { since } = useLive();
  const now = useNow();
  const isNarrow = useNarrow();
  if (!isNarrow || since === null || now.getTime() - since.getTime() < INTERRUPTED_MS) return null;
  return <OffLine since={since} />;
}

function OffLine({ since }: { readonly since: Date }): ReactNode {
  const { live } = text.common;
  const zone = useZone();
  const now = useNow();
  return (
    <div className="live off" role="status">
      <Glyph shape="soon" />
      <span className="t grow">{live.off(shortTime(since.toISOString(), zone, now))}</span>
      <span className="t">
        <Button look="ghost" onClick={connectLive}>
          {live.now}
        </Button>
      </span>
    </div>
  );
}
