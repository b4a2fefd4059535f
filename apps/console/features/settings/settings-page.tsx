import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRefusal, useSession } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { Glyph } from '../../shared/ui/glyph.js';
import { PageTop } from '../../shared/page/page-top.js';
import { EmptyState } from '../../shared/ui/states.js';
import { Views } from '../../shared/ui/views.js';
import { SignOn } from './access/sign-on.js';
import { TokensList } from './access/tokens-list.js';
import { UsersList } from './access/users-list.js';
import { OperationsList } from './operations/operations-list.js';
import { Plan } from './plan/plan.js';
import { Rules } from './rules/rules.js';
import { TABS } from './settings-search.js';

/** Users, tokens, single sign-on, rules, plan and operations. */
export function SettingsPage(): ReactNode {
  const words = text.settings;
  const { tab: current = 'users', tried } = useSearch({ from: '/signed-in/settings' });
  const refused = useRefusal('admin');
  const { user } = useSession();
  // Everybody sees the rules that apply to them, and what is under way.
  const isOpen = ['rules', 'plan', 'operations'].includes(current) || refused === null;
  return (
    <>
      <PageTop title={words.title} />
      <Views label={words.tabs.label}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            to="/settings"
            search={tab === 'users' ? {} : { tab }}
            activeOptions={{ exact: true }}
            aria-current={tab === current ? 'page' : undefined}
          >
            {words.tabs[tab]}
          </Link>
        ))}
      </Views>
      {tried === true && (
        <p className="note ready settings-note" role="status">
          <Glyph shape="ready" />
          <span>{words.signOn.tried(user.email, text.common.roles[user.role])}</span>
        </p>
      )}
      {!isOpen && <EmptyState title={refused ?? ''} />}
      {isOpen && current === 'users' && <UsersList />}
      {isOpen && current === 'tokens' && <TokensList />}
      {isOpen && current === 'signOn' && <SignOn />}
      {isOpen && current === 'rules' && <Rules />}
      {isOpen && current === 'plan' && <Plan />}
      {isOpen && current === 'operations' && <OperationsList />}
    </>
  );
}
