import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { PageTop } from '../../shared/page/page-top.js';
import { Views } from '../../shared/ui/views.js';
import { AssignmentsList } from './assignments/assignments-list.js';
import { type PeopleSearch, TABS } from './people-search.js';
import { CredentialsList } from './records/credentials-list.js';
import { NamesList } from './records/names-list.js';
import { OnboardingList } from './records/onboarding-list.js';
import { WorkersList } from './workers/workers-list.js';

/** The directory: who there is, where they belong, what they hold, and which steps they have to take. */
export function PeoplePage(): ReactNode {
  const words = text.people;
  const search = useSearch({ from: '/signed-in/people' });
  const navigate = useNavigate({ from: '/people' });
  const change = (changes: PeopleSearch): void =>
    void navigate({ to: '/people', search: (before) => ({ ...before, ...changes }), replace: true });
  const current = search.tab ?? 'workers';
  const isImported = current === 'workers' || current === 'credentials' || current === 'onboarding';
  return (
    <>
      <PageTop title={words.title}>
        {isImported && (
          <Link className="btn ghost" to="/people/import/$kind" params={{ kind: current }}>
            <FileUp className="i s" aria-hidden="true" />
            {words.import.open}
          </Link>
        )}
      </PageTop>
      <Views label={words.tabs.label}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            to="/people"
            search={tab === 'workers' ? {} : { tab }}
            activeOptions={{ exact: true }}
            aria-current={tab === current ? 'page' : undefined}
          >
            {words.tabs[tab]}
          </Link>
        ))}
      </Views>
      {current === 'workers' && <WorkersList search={search} onChange={change} />}
      {current === 'sites' && <NamesList key="sites" kind="sites" search={search} onChange={change} />}
      {current === 'groups' && <NamesList key="groups" kind="groups" search={search} onChange={change} />}
      {current === 'credentials' && <CredentialsList search={search} onChange={change} />}
      {current === 'onboarding' && <OnboardingList search={search} onChange={change} />}
      {current === 'assignments' && <AssignmentsList search={search} onChange={change} />}
    </>
  );
}
