import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { InputOf } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { FailedPreview } from '../../../shared/ui/failed-preview.js';
import { previewRefusal } from '../../../shared/ui/preview-refusal.js';

export type BulkBody = InputOf<'startBulk'>['body'];

/** The result that the engine expects for the current selection. */
export function useBulkPreview(body: BulkBody | null) {
  return useQuery({
    queryKey: ['needs', 'bulk', body],
    queryFn: () => engine.startBulk({ body: { ...(body ?? { action: 'dismiss' }), dryRun: true } }),
    enabled: body !== null,
    staleTime: 0,
  });
}

/** Why the action cannot be taken; null: it can. */
export function bulkRefusal(preview: ReturnType<typeof useBulkPreview>): string | null {
  const { counting, nothing } = text.needs.many;
  return previewRefusal(preview, counting) ?? (preview.data?.willMove === 0 ? nothing : null);
}

export function BulkPreview({ preview }: { readonly preview: ReturnType<typeof useBulkPreview> }): ReactNode {
  const words = text.needs.many;
  const { data: result, error } = preview;
  if (error !== null) return <FailedPreview {...preview} />;
  if (result === undefined) return <p className="muted">{words.counting}</p>;
  const { needs, willMove = 0, willAssign, refused = [] } = result;
  const left = refused.reduce((sum, one) => sum + one.needs, 0);
  return (
    <section className="bulk-preview">
      <p className="reach num" role="status">
        {words.moves(willMove, needs)}
      </p>
      <p className="muted">{willAssign === undefined ? words.willChange : words.willReach(willAssign)}</p>
      {left > 0 && (
        <>
          <p>{words.stay(left)}</p>
          <ul className="reasons">
            {refused.map(({ why, needs: count }) => (
              <li key={why}>
                <span className="num">{text.needs.count(count)}</span> {whyText(why)}
              </li>
            ))}
          </ul>
        </>
      )}
      {willMove > 0 && <p className="faint">{words.background}</p>}
    </section>
  );
}

function whyText(why: string): string {
  const known: Readonly<Record<string, string>> = text.needs.many.why;
  return known[why] ?? why;
}
