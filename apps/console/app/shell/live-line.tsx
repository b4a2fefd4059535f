import type { ReactNode } from 'react';
import { connectLive, useLive } from '../../shared/live/live.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { Glyph } from '../../shared/ui/glyph.js';

/** Whether the page is still up to date. */
export function LiveLine(): ReactNode {
  const { status, since } = useLive();
  const { live } = text.common;
  if (since === null)
    return (
      <p className={`live ${status}`} role="status">
        <Glyph shape="dot" />
        <span className="t">{status === 'on' ? live.on : live.connecting}</span>
      </p>
    );
  const time = since.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <div className="live off" role="status">
      <Glyph shape="soon" />
      <span className="t grow">{live.off(time)}</span>
      <span className="t">
        <Button look="ghost" onClick={connectLive}>
          {live.now}
        </Button>
      </span>
    </div>
  );
}
