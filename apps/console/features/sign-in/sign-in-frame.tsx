import { type ReactNode, useEffect } from 'react';
import { text } from '../../shared/text/text.js';
import { Glyph, Mark } from '../../shared/ui/glyph.js';

/** The frame of the pages before the console, with its legend beside it. */
export function SignInFrame({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const { aside } = text.signIn;
  const { severities, product } = text.common;
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className="sign-in-frame">
      <main>
        <div className="pane">
          <p className="brand">
            <Glyph shape="brand" />
            {product}
          </p>
          {children}
        </div>
      </main>
      <aside className="aside" aria-label={aside.label}>
        <div className="legend-box">
          <h2 className="rec-title">{aside.title}</h2>
          <p className="lede">{aside.lede}</p>
          <dl>
            <dt>
              <Mark shape="blocking">{severities[4]}</Mark>
            </dt>
            <dd>{aside.blocking}</dd>
            <dt>
              <Mark shape="soon">{severities[3]}</Mark>
            </dt>
            <dd>{aside.soon}</dd>
            <dt>
              <Mark shape="info">{severities[2]}</Mark>
            </dt>
            <dd>{aside.info}</dd>
            <dt>
              <Mark shape="low">{severities[1]}</Mark>
            </dt>
            <dd>{aside.low}</dd>
            <dt>
              <Mark shape="ready">{aside.ready}</Mark>
            </dt>
            <dd>{aside.readyHelp}</dd>
          </dl>
        </div>
      </aside>
    </div>
  );
}
