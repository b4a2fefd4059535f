import type { ReactNode } from 'react';
import { usePrefs } from '../../shared/prefs/prefs.js';
import { text } from '../../shared/text/text.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { ScrollRegion } from '../../shared/ui/scroll-region.js';
import { PAGES } from './pages.js';

type Row = readonly [keys: readonly string[], what: string];

/** All keys of the console, after `?`. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { keys } = text.common;
  const { singleKeys } = usePrefs();
  const anywhere: Row[] = [
    [['Ctrl', 'K'], keys.palette],
    [['?'], keys.all],
    [['u'], keys.undo],
    [['Esc'], keys.close],
    ...PAGES.map(({ key, label }): Row => [['g', key], keys.go(label)]),
  ];
  const needs: Row[] = [
    [['/'], keys.filter],
    [['j', 'k'], keys.move],
    [['x', 'Space'], keys.select],
    [['Enter'], keys.open],
    [['o'], keys.offer],
    [['a'], keys.author],
    [['s'], keys.snooze],
    [['d'], keys.dismiss],
  ];
  return (
    <Dialog title={keys.title} onClose={onClose} width="wide">
      <ScrollRegion label={keys.title} className="key-help scroll">
        {!singleKeys && <p className="note">{keys.off}</p>}
        <KeyList title={keys.anywhere} rows={anywhere} />
        <div className="stack">
          <KeyList title={keys.needs} rows={needs} />
          <KeyList title={keys.dialog} rows={[[['Ctrl', 'Enter'], keys.submit]]} />
        </div>
      </ScrollRegion>
    </Dialog>
  );
}

function KeyList({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-list">
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
