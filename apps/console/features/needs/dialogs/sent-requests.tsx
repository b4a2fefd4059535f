import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { FieldError } from '../../../shared/ui/text-field.js';

/** The exact requests that a draft about a need's topic sends to the model's provider; loaded when it is opened. */
export function SentRequests({ need }: { readonly need: string }): ReactNode {
  const words = text.needs.author.sent;
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['needs', 'requests', need],
    queryFn: ({ signal }) => engine.getRequestPreview({ path: { id: need }, signal }),
    enabled: isOpen,
    retry: false,
  });
  return (
    <details className="sent" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.title}</summary>
      {error !== null && <FieldError>{problemText(error).what}</FieldError>}
      {data?.requests.length === 0 && <p className="muted">{words.nothing}</p>}
      {data !== undefined && data.requests.length > 0 && (
        <div className="stack">
          <p className="muted">{words.by(data.writer.model ?? data.writer.kind)}</p>
          {data.requests.map(({ step, instructions, data: sent }) => (
            <section key={step} className="stack tight">
              <h3>{step}</h3>
              <pre className="code" tabIndex={0} aria-label={words.instructions(step)}>
                {instructions}
              </pre>
              <pre className="code" tabIndex={0} aria-label={words.data(step)}>
                {sent}
              </pre>
            </section>
          ))}
        </div>
      )}
    </details>
  );
}
