import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useOutdatedLists } from '../../features/needs/data/outdated-lists.js';
import { resumeFollowing } from '../../shared/api/decisions.js';
import { DownloadsPanel } from '../../shared/downloads/downloads-panel.js';
import { connectLive, disconnectLive, onLive, onRefused, useLive } from '../../shared/live/live.js';
import { useKeys } from '../../shared/keys/use-keys.js';
import { useShownTitle } from '../../shared/page/page-title.js';
import { isSignedOut, sessionQuery } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { lazyComponent } from '../../shared/api/lazy-component.js';
import { Opening } from '../../shared/ui/opening.js';
import { Skeleton } from '../../shared/ui/states.js';
import { undoLast } from '../../shared/ui/toasts.js';
import { useStable } from '../../shared/ui/use-stable.js';
import { PageLiveLine } from './live-line.js';
import { PAGES } from './pages.js';
import { PhoneBar } from './phone-bar.js';
import { Sidebar } from './sidebar.js';
import { useKeptFocus } from './use-kept-focus.js';
import { useKeptPlaces } from './use-kept-places.js';
import { PageZoneLine } from './zone-line.js';

const Palette = lazyComponent(() => import('./palette.js'), 'Palette');
const KeyHelp = lazyComponent(() => import('./key-help.js'), 'KeyHelp');

/** What surrounds each page: navigation, palette, and the engine's event stream. */
export function Shell(): ReactNode {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  useEffect(() => {
    connectLive();
    return disconnectLive;
  }, []);
  useOutdatedLists();
  useSessionNow();
  useResumedOperations();
  useKeptFocus();
  useKeptPlaces();
  useKeys({
    'Control+k': () => setOpen('palette'),
    '?': () => setOpen('keys'),
    u: undoLast,
    ...Object.fromEntries(PAGES.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])),
  });
  const close = (): void => setOpen(null);
  return (
    <div className="app">
      <a className="skip" href="#content">
        {text.common.skip}
      </a>
      <Sidebar onPalette={() => setOpen('palette')} onKeys={() => setOpen('keys')} />
      <main className="main" id="content" tabIndex={-1}>
        <PageLiveLine />
        <PageZoneLine />
        <Suspense fallback={<Skeleton what="" />}>
          <Outlet />
        </Suspense>
      </main>
      <PageAnnouncement />
      <DownloadsPanel />
      <PhoneBar onKeys={() => setOpen('keys')} />
      <Suspense fallback={<Opening onClose={close} />}>
        {open === 'palette' && <Palette onClose={close} onKeys={() => setOpen('keys')} />}
        {open === 'keys' && <KeyHelp onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Tells screen readers which page is shown: browsers tell it only of pages that they load. */
function PageAnnouncement(): ReactNode {
  return (
    <p className="sr" role="status">
      {useShownTitle()}
    </p>
  );
}

/** Says how the operations have ended that ran when the page was loaded again. */
function useResumedOperations(): void {
  const client = useQueryClient();
  useEffect(() => resumeFollowing(() => client.invalidateQueries()), [client]);
}

/**
 * Reads the session again after the stream was closed: the engine closes it when the role or the name has changed. A
 * tab that was hidden does not notice that before everything is read again. The stream is also refused when the
 * session is over, which a page that nobody uses would not notice otherwise.
 */
function useSessionNow(): void {
  const client = useQueryClient();
  const { status, since } = useLive();
  const wasClosed = useRef(false);
  const readAgain = useStable(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }));
  useEffect(() => {
    if (since !== null) wasClosed.current = true;
    else if (status === 'on' && wasClosed.current) {
      wasClosed.current = false;
      readAgain();
    }
  }, [readAgain, status, since]);
  useEffect(() => onLive((kind) => kind === 'resync' && readAgain()), [readAgain]);
  const readIfUnknown = useStable(() => {
    const error = client.getQueryState(sessionQuery.queryKey)?.error;
    // Whoever has edits that are not saved is asked once, and may stay. After a dialog, the next refusal is the first.
    if (!isSignedOut(error) && document.querySelector('.dialog') === null) readAgain();
  });
  useEffect(() => onRefused(readIfUnknown), [readIfUnknown]);
}
