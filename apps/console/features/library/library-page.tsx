import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { PageTop } from '../../shared/page/page-top.js';
import { Views } from '../../shared/ui/views.js';
import { CourseActions } from './courses/course-actions.js';
import { CoursesList } from './courses/courses-list.js';
import { DocumentsList } from './documents/documents-list.js';
import { type LibrarySearch, TABS } from './library-search.js';
import { MatchTester } from './topics/match-tester.js';
import { SynonymsList } from './topics/synonyms-list.js';

/** What the tenant can train: courses, what topics mean, and the documents that drafts cite. */
export function LibraryPage(): ReactNode {
  const words = text.library;
  const search = useSearch({ from: '/signed-in/library' });
  const navigate = useNavigate({ from: '/library' });
  const change = (changes: LibrarySearch): void =>
    void navigate({ to: '/library', search: (before) => ({ ...before, ...changes }), replace: true });
  const current = search.tab ?? 'courses';
  return (
    <>
      <PageTop title={words.title}>{current === 'courses' && <CourseActions />}</PageTop>
      <Views label={words.tabs.label}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            to="/library"
            search={tab === 'courses' ? {} : { tab }}
            activeOptions={{ exact: true }}
            aria-current={tab === current ? 'page' : undefined}
          >
            {words.tabs[tab]}
          </Link>
        ))}
      </Views>
      {current === 'courses' && <CoursesList search={search} onChange={change} />}
      {current === 'synonyms' && <SynonymsList search={search} onChange={change} />}
      {current === 'match' && (
        <MatchTester key={search.topic ?? ''} topic={search.topic} onTopic={(topic) => change({ topic })} />
      )}
      {current === 'documents' && <DocumentsList search={search} onChange={change} />}
    </>
  );
}
