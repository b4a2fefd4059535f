import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { PageTop } from '../../shared/ui/page-top.js';
import { EmptyState } from '../../shared/ui/states.js';

/** A page whose feature only the API has so far. */
export function ComingPage({ page }: { readonly page: keyof typeof text.common.nav }): ReactNode {
  const { nav, soon } = text.common;
  return (
    <>
      <PageTop title={nav[page]} />
      <div className="page">
        <EmptyState title={soon.title(nav[page])} help={soon.help}>
          <a className="btn" href="/engine/docs">
            {soon.docs}
          </a>
        </EmptyState>
      </div>
    </>
  );
}
