import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { PageTop } from '../../../shared/page/page-top.js';
import { Views } from '../../../shared/ui/views.js';
import { RequirementsList } from './requirements-list.js';
import { WaiversList } from './waivers-list.js';

/** What is required of whom, and who is excused until when. */
export function RequirementsPage(): ReactNode {
  const words = text.readiness.requirements;
  const { tab, q } = useSearch({ from: '/signed-in/readiness/requirements' });
  const navigate = useNavigate({ from: '/readiness/requirements' });
  return (
    <>
      <PageTop
        title={words.title}
        before={
          <Link className="crumb" to="/readiness">
            {text.readiness.title} <ChevronRight className="i s" aria-hidden="true" />
          </Link>
        }
      >
        <Link className="btn" to="/readiness/matrix">
          {text.readiness.matrix.title}
        </Link>
      </PageTop>
      <Views label={words.tabs.label}>
        <Link
          to="/readiness/requirements"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={tab === undefined ? 'page' : undefined}
        >
          {words.title}
        </Link>
        <Link
          to="/readiness/requirements"
          search={{ tab: 'waivers' }}
          activeOptions={{ exact: true }}
          aria-current={tab === 'waivers' ? 'page' : undefined}
        >
          {words.tabs.waivers}
        </Link>
      </Views>
      {tab === 'waivers' ? (
        <WaiversList />
      ) : (
        <RequirementsList
          q={q}
          onSearch={(next) =>
            void navigate({
              to: '/readiness/requirements',
              search: (before) => ({ ...before, q: next }),
              replace: true,
            })
          }
        />
      )}
    </>
  );
}
