import { type TenantTransaction, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import { isStorable } from '#platform/text';
import { citePassages } from '../documents/cite-passages.js';
import {
  type DraftContent,
  type Lesson,
  type PassageSource,
  type Source,
  citedPassages,
} from '../drafts/draft-content.js';
import type { Draft } from '../drafts/draft.entity.js';
import { DraftVersion } from '../drafts/draft-version.entity.js';

const MAX_SOURCE_LENGTH = 1_000;
const FIELDS = ['documentId', 'passageId', 'text'];
/** Versions whose passages a person can cite again. */
const RECENT_VERSIONS = 20;

/** A source as it was sent; null: none. Undefined: it is neither text nor a passage. */
export function readSource(value: unknown): Source | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const text = value.trim();
    if (text.length > MAX_SOURCE_LENGTH || !isStorable(text)) return undefined;
    return text === '' ? null : text;
  }
  if (typeof value !== 'object' || Object.keys(value).some((name) => !FIELDS.includes(name))) return undefined;
  if (!('documentId' in value) || !('passageId' in value)) return undefined;
  const { documentId, passageId } = value;
  if (typeof documentId !== 'string' || typeof passageId !== 'string') return undefined;
  if (ids.parse('doc', documentId) === null || ids.parse('psg', passageId) === null) return undefined;
  return { documentId, passageId, text: '' };
}

/**
 * The content with the passages of its claims as they are in the documents. A passage that the draft cites, or cited in
 * a recent version, is kept, even if its document is gone: a person may take the removal of a claim back.
 * @throws Invalid if a claim cites a passage that is not there
 */
export async function withCitedPassages(
  tx: TenantTransaction,
  content: DraftContent,
  { id: draftId, content: before }: Pick<Draft, 'id' | 'content'>,
): Promise<DraftContent> {
  const known = new Map(citedPassages(before).map((source) => [source.passageId, source]));
  const wanted = citedPassages(content).filter(({ passageId }) => !known.has(passageId));
  for (const source of await citePassages(tx, wanted)) known.set(source.passageId, source);
  const isMissing = ({ documentId, passageId }: PassageSource): boolean =>
    known.get(passageId)?.documentId !== documentId;
  if (wanted.some(isMissing))
    for (const source of await citedLately(tx, draftId))
      if (!known.has(source.passageId)) known.set(source.passageId, source);
  const missing = wanted.filter(isMissing);
  if (missing.length > 0)
    throw new Invalid(
      missing.map(({ passageId }) => ({ field: 'lessons.claims.source', message: `names no passage: ${passageId}` })),
    );
  const cited = (source: Source | null): Source | null =>
    source === null || typeof source === 'string' ? source : (known.get(source.passageId) ?? source);
  const lessons = content.lessons.map((lesson): Lesson => ({
    ...lesson,
    claims: lesson.claims.map(({ text, source }) => ({ text, source: cited(source) })),
  }));
  return { ...content, lessons };
}

async function citedLately(tx: TenantTransaction, draftId: string): Promise<PassageSource[]> {
  const versions = await tx.find(
    DraftVersion,
    { draftId },
    { fields: ['content'], orderBy: { version: 'desc' }, limit: RECENT_VERSIONS },
  );
  return versions.flatMap(({ content }) => citedPassages(content));
}
