import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem, type Schemas, ifMatch } from '#client';
import { engine } from '../../shared/api/engine.js';
import { problemText } from '../../shared/text/problem-text.js';
import type { LiveKind } from '../../shared/live/live.js';
import { useLiveQueries } from '../../shared/live/use-live-queries.js';
import { useRefusal } from '../../shared/session/session.js';
import { actorText } from '../../shared/text/actor-text.js';
import { text } from '../../shared/text/text.js';
import { shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { PageTop } from '../../shared/page/page-top.js';
import { ScrollRegion } from '../../shared/ui/scroll-region.js';
import { ErrorState, Skeleton } from '../../shared/ui/states.js';
import { showToast } from '../../shared/ui/toasts.js';
import { Unsaved } from '../../shared/ui/unsaved.js';
import { AutoAuthor } from './auto-author.js';
import { type Edited, changeCount, editedOf, rebased } from './edits.js';
import { MapTable } from './map-table.js';
import { PreviewPanel } from './preview-panel.js';
import { UnmappedTypes } from './unmapped-types.js';

const MAP = ['signal-map'];
const KINDS: readonly LiveKind[] = ['signal_map'];

/** The signal map and the auto-author switch: edited here, and saved together after a preview. */
export function AutomationPage(): ReactNode {
  const words = text.automation;
  const { data, error, refetch } = useQuery({ queryKey: MAP, queryFn: () => engine.getSignalMap() });
  useLiveQueries('signal-map', KINDS);
  return (
    <>
      <PageTop title={words.title} />
      {data === undefined ? (
        error === null ? (
          <Skeleton what={words.title} />
        ) : (
          <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <Editor saved={data} />
      )}
    </>
  );
}

function Editor({ saved }: { readonly saved: Schemas['SignalMapView'] }): ReactNode {
  const refused = useRefusal('admin');
  const { base, former, edited, changes, edit, keepBoth, ...saving } = useEdits(saved, refused !== null);
  return (
    <div className="split automation">
      <ScrollRegion label={text.automation.body}>
        <LastChange saved={base} />
        {refused !== null && <p className="note">{refused}</p>}
        <MapTable saved={former} edited={edited} isReadOnly={refused !== null} onEdit={edit} />
        <UnmappedTypes edited={edited} refused={refused} onEdit={edit} />
        <AutoAuthor edited={edited} refused={refused} onEdit={edit} />
      </ScrollRegion>
      <Unsaved isDirty={changes > 0} />
      {changes > 0 && (
        <PreviewPanel
          edited={edited}
          changes={changes}
          error={saving.error}
          isStale={saving.isStale}
          busy={saving.busy}
          onSave={() => void saving.save()}
          onDiscard={() => edit(former)}
          onKeepBoth={() => void keepBoth()}
        />
      )}
    </div>
  );
}

/**
 * What is edited of the map, and its saving. What others save is shown at once unless something is edited.
 * @param isReadOnly nothing is saved
 */
function useEdits(saved: Schemas['SignalMapView'], isReadOnly: boolean) {
  const client = useQueryClient();
  const [base, setBase] = useState(saved);
  const [edited, setEdited] = useState<Edited>(() => editedOf(saved));
  const [error, setError] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);
  const former = editedOf(base);
  const changes = changeCount(former, edited);
  if (changes === 0 && saved.version > base.version) {
    setBase(saved);
    setEdited(editedOf(saved));
  }

  const edit = (next: Edited): void => {
    setEdited(next);
    setError(null);
  };
  /** Shows the current map with what was edited since `before`, also while it was saved or read. */
  const take = (current: Schemas['SignalMapView'], before: Edited): void => {
    client.setQueryData(MAP, current);
    setBase(current);
    setEdited((now) => rebased(before, now, editedOf(current)));
    setError(null);
    setStale(false);
  };
  const save = async (): Promise<void> => {
    if (changes === 0 || busy || isReadOnly) return;
    setBusy(true);
    try {
      take(await engine.replaceSignalMap({ header: ifMatch(base), body: edited }), edited);
      void client.invalidateQueries({ queryKey: ['unmapped'] });
      showToast(text.automation.preview.saved);
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.status === 412) setStale(true);
      else setError(problemText(failure).what);
    } finally {
      setBusy(false);
    }
  };
  const keepBoth = async (): Promise<void> => {
    try {
      take(await engine.getSignalMap(), former);
    } catch (failure) {
      setError(problemText(failure).what);
    }
  };

  return { base, former, edited, changes, error, isStale, busy, edit, save, keepBoth };
}

function LastChange({ saved: { changedBy, changedAt } }: { readonly saved: Schemas['SignalMapView'] }): ReactNode {
  const zone = useZone();
  const now = useNow();
  if (changedBy === null || changedAt === null) return null;
  return <p className="faint">{text.automation.changed(actorText(changedBy), shortTime(changedAt, zone, now))}</p>;
}
