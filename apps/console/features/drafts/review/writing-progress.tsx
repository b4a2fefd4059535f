import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import type { Draft } from '../draft-data.js';

/** The progress of a draft that is being written or has failed. */
export function WritingProgress({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.one;
  const { steps, status, error, rejection } = draft;
  const done = steps.filter((step) => step.status === 'done').length;
  const current = steps.find((step) => step.status === 'waiting');
  const isWriting = status === 'queued' || status === 'drafting';
  if (rejection !== null && status === 'rejected')
    return (
      <p className="note soon">
        <Glyph shape="soon" />
        <span>{rejection}</span>
      </p>
    );
  if (!isWriting && error === null) return null;
  return (
    <div className={error === null ? 'note' : 'note blocking'} role="status">
      <Glyph shape={error === null ? 'pending' : 'blocking'} />
      <span>
        {error ?? words.stepsUnder(done, steps.length)}
        {isWriting && current !== undefined && current.characters > 0 && (
          <span className="faint"> {words.characters(current.characters)}</span>
        )}
      </span>
    </div>
  );
}
