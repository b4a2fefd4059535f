import { createClient } from '#client';
import type { ConsoleTenant } from '../console-browser.js';

/** A page that Lighthouse rates. */
export interface RatedPage {
  readonly name: string;
  readonly path: string;
}

/**
 * The pages beside the inbox, of a tenant that has something on each, as the demo tenant does.
 * @throws Error if it has no draft, course or person
 */
export async function demoPages({ url, adminToken }: ConsoleTenant): Promise<readonly RatedPage[]> {
  const api = createClient({ baseUrl: url, token: adminToken });
  const query = { limit: 1 };
  const [drafts, courses, people] = await Promise.all([
    api.listDrafts({ query }),
    api.listCourses({ query }),
    api.listReadiness({ query }),
  ]);
  return [
    { name: 'board', path: '/readiness' },
    { name: 'person', path: `/readiness/${idOf('person', people.items[0]?.worker.id)}` },
    { name: 'matrix', path: '/readiness/matrix' },
    { name: 'requirements', path: '/readiness/requirements' },
    { name: 'drafts', path: '/drafts' },
    { name: 'draft', path: `/drafts/${idOf('draft', drafts.items[0]?.id)}` },
    { name: 'library', path: '/library' },
    { name: 'course', path: `/library/${idOf('course', courses.items[0]?.id)}` },
    { name: 'match tester', path: '/library?tab=match&topic=forklift' },
    { name: 'people', path: '/people' },
    { name: 'import', path: '/people/import/workers' },
    { name: 'users', path: '/settings' },
    { name: 'rules', path: '/settings?tab=rules' },
    { name: 'single sign-on', path: '/settings?tab=signOn' },
    { name: 'audit', path: '/audit' },
  ];
}

function idOf(kind: string, id: string | undefined): string {
  if (id === undefined) throw new Error(`the tenant has no ${kind}: take the demo tenant of "npm start"`);
  return id;
}
