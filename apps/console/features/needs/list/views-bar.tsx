import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { Views } from '../../../shared/ui/views.js';
import { useCount } from '../data/need-counts.js';
import { type NeedsSearch, VIEWS, type View } from '../search/needs-search.js';
import { SavedViews } from './saved-views.js';

export function ViewsBar({ search }: { readonly search: NeedsSearch }): ReactNode {
  const view = search.view ?? 'open';
  return (
    <Views label={text.needs.views.label}>
      {VIEWS.map((one) => (
        <ViewLink key={one} view={one} isCurrent={one === view} />
      ))}
      <SavedViews search={search} />
    </Views>
  );
}

function ViewLink({ view, isCurrent }: { readonly view: View; readonly isCurrent: boolean }): ReactNode {
  const count = useCount({ view });
  return (
    <Link
      to="/needs"
      search={view === 'open' ? {} : { view }}
      activeOptions={{ exact: true }}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {text.needs.views[view]} <span className="n">{count}</span>
    </Link>
  );
}
