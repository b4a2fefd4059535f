import { type MatchableCourse, readConcepts } from '#catalog';

/** The same numbers at every run (a linear congruential generator with the constants of Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LEAD_INS = ['', '', '', 'Introduction to ', 'Essentials: ', 'Managing ', 'Advanced ', 'Working with '];
const ENDINGS = ['', '', '', ' Awareness', ' - Part 2', ' for Supervisors', ' and Reporting', ' Level 2', ' Refresher'];
const NOISE = ['', '', ' refresher 2026', ' - annual', ' (expiring 30/09/2026)', ' licence', ' level 2'];

/** Invented courses: subjects of trades and offices in all settings, one in three with topics of its own. */
export function generateLibrary(size: number, seed = 1): MatchableCourse[] {
  const next = numbers(seed);
  const pick = picker(next);
  const titles = new Set<string>();
  while (titles.size < size) {
    const place = next(3) === 0 ? ` in ${pick(settings)}` : next(4) === 0 ? ` ${pick(LETTERS)}${next(900) + 100}` : '';
    titles.add(`${pick(LEAD_INS)}${pick(pick(subjects))}${place}${pick(ENDINGS)}`);
  }
  return [...titles].map((title, index) => ({
    id: `c${index}`,
    title,
    topics: next(3) === 0 ? [pick(pick(subjects))] : [],
  }));
}

/** Distinct topics as source systems write them: terms of the trades, every fourth misspelt, with what a credential adds. */
export function generateTopics(count: number, seed = 2): string[] {
  const next = numbers(seed);
  const pick = picker(next);
  const topics = new Set<string>();
  while (topics.size < count) {
    const term = pick(pick(subjects));
    topics.add(`${next(4) === 0 ? misspell(term, next) : term}${pick(NOISE)}`);
  }
  return [...topics];
}

const LETTERS = [...'ABCDEFGHJKLMNPQRSTVWXYZ'];
const concepts = readConcepts();
const subjects = concepts.filter(({ kind }) => kind === 'subject').map(({ terms }) => terms);
const settings = concepts.filter(({ kind }) => kind === 'setting').map(({ name }) => name);

function picker(next: (below: number) => number): <Item>(items: readonly Item[]) => Item {
  return (items) => {
    const item = items[next(items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from');
    return item;
  };
}

function misspell(term: string, next: (below: number) => number): string {
  const at = next(Math.max(1, term.length - 2));
  return `${term.slice(0, at)}${term[at + 1] ?? ''}${term[at] ?? ''}${term.slice(at + 2)}`;
}
