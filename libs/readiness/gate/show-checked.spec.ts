import { expect, it } from '@jest/globals';
import type { OwnedCause } from '../board/board-causes.js';
import type { ReasonContext } from '../reasons/read-context.js';
import { Calendar } from '../rule/calendar.js';
import { showChecked } from './show-checked.js';

const PEOPLE = 200;
const CAUSES = 500;
const SHOWN = 50;
const NOW = Date.UTC(2026, 10, 30);

const causesOf = (workerId: string): OwnedCause[] =>
  Array.from({ length: CAUSES }, (_cause, number) => ({
    workerId,
    kind: 'credential_missing',
    refType: 'requirement',
    refId: `requirement ${number}`,
    gap: `gap ${number}`,
    name: `Licence ${number}`,
    severity: number === CAUSES - 1 ? 4 : 3,
    since: NOW,
    dueAt: Infinity,
    waivedUntil: null,
    requirementId: null,
    courseId: null,
  }));

it('prepares no more than the reasons that it shows, the worst ones, and lets others run', async () => {
  let matched = 0;
  const context: ReasonContext = {
    calendar: Calendar.of('UTC'),
    at: NOW,
    needs: new Map(),
    assignments: new Map(),
    completions: new Map(),
    publishedCourses: new Set(),
    matcher: {
      match: () => {
        matched++;
        return { recommended: null, suggested: null, candidates: [], whyNone: [] };
      },
    },
  };
  const ids = Array.from({ length: PEOPLE }, (_id, number) => `worker ${number}`);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const { items } = await showChecked(ids, new Map(ids.map((id) => [id, causesOf(id)])), context);
  clearInterval(timer);
  expect(items.map(({ reasons }) => reasons.length)).toEqual(ids.map(() => SHOWN));
  expect(items[0]).toMatchObject({ ready: false, status: 'not_ready' });
  expect(items[0]?.reasons[0]).toMatchObject({ severity: 4 });
  expect(matched).toBe(PEOPLE * SHOWN);
  expect(turns).toBeGreaterThan(3);
});
