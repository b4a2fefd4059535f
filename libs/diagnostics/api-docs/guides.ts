import { existsSync, readFileSync } from 'node:fs';
import type { Html } from '#platform/pages';
import type { DocsEntry } from './docs-index.js';
import { markdown, sectionsOf } from './markdown.js';

/** The guides under docs/, in the order of the table of contents. The first one is on the first page. */
export const QUICK_START = 'connector';
export const GUIDES = [
  'matching',
  'offers',
  'authoring',
  'learning',
  'directory',
  'readiness',
  'access',
  'admin-api',
  'events',
  'client',
  'console',
  'architecture',
  'security',
  'deployment',
  'scaling',
  'operations',
];

const titles = new Map<string, string>();

/** The first line of a guide: `# Offers and assignments`. */
export function guideTitle(name: string): string {
  const known = titles.get(name);
  if (known !== undefined) return known;
  const [, title = name] = /^# (.+)$/m.exec(textOf(name)) ?? [];
  titles.set(name, title);
  return title;
}

export function guide(name: string): Html {
  return markdown(textOf(name), { linkTo: (address) => linkTo(address), withoutImages: true });
}

export function guideEntries(): DocsEntry[] {
  return [QUICK_START, ...GUIDES].flatMap((name) =>
    sectionsOf(textOf(name)).map(({ id, title, text }) => ({
      page: guideTitle(name),
      title,
      path: `${name === QUICK_START ? '/engine/docs' : `/engine/docs/guides/${name}`}${id === '' ? '' : `#${id}`}`,
      text,
    })),
  );
}

/** Guides link to each other as files, and to some files that are not served. */
function linkTo(address: string): string | null {
  const [, name = '', hash = ''] = /^([\w-]+)\.md(#.*)?$/.exec(address) ?? [];
  if (name === QUICK_START) return `/engine/docs${hash}`;
  if (GUIDES.includes(name)) return `/engine/docs/guides/${name}${hash}`;
  return /^(?:https?:|#|\/)/.test(address) ? address : null;
}

function textOf(name: string): string {
  return readFileSync(above(`docs/${name}.md`), 'utf8');
}

/** A file of the package by its path: the sources are one folder higher than the compiled files. */
function above(path: string): URL {
  const candidates = ['../../../', '../../../../'].map((up) => new URL(up + path, import.meta.url));
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${path} is missing: the documentation cannot be shown without it`);
  return file;
}
