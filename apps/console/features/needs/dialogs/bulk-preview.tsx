import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { InputOf, Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { FieldError } from '../../../shared/ui/text-field.js';

export type BulkBody = InputOf<'startBulk'>['body'];

/** The result that the engine expects for the current selection. */
export function useBulkPreview(body: BulkBody | null) {
  return useQuery({
    queryKey: ['needs', 'bulk', body],
    queryFn: () => engine.startBulk({ body: { ...(body ?? { action: 'dismiss' }), dryRun: true } }),
    enabled: body !== null,
    staleTime: 0,
    retry: false,
  });
}

export function BulkPreview({
  result,
  error,
}: {
  readonly result: Schemas['BulkResult'] | undefined;
  readonly error: unknown;
}): ReactNode {
  const words = text.needs.many;
  if (error !== null) return <FieldError>{problemText(error).what}</FieldError>;
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
      <p className="faint">{words.background}</p>
    </section>
  );
}

function whyText(why: string): string {
  const known: Readonly<Record<string, string>> = text.needs.many.why;
  return known[why] ?? why;
}
