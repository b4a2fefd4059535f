import { type ReactNode, useEffect } from 'react';
import { showTitle } from './page-title.js';
import { TenantMark } from './tenant-mark.js';
import { useSession } from '../session/session.js';
import { text } from '../text/text.js';

/** The head of a page, and the title of its tab. */
export function PageTop({
  title,
  before,
  children,
}: {
  readonly title: string;
  /** The way back to the page above. */
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const { tenant } = useSession();
  useEffect(() => {
    showTitle(title, text.common.titleOf(title, tenant.name));
  }, [title, tenant.name]);
  return (
    <header className="top">
      <span className="only-phone">
        <TenantMark label />
      </span>
      {before}
      <h1 title={title}>{title}</h1>
      <div className="right">{children}</div>
    </header>
  );
}
