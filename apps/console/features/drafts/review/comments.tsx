import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { useRefusal } from '../../../shared/session/session.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { GuardedForm } from '../../../shared/ui/guarded-form.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { LoadMore } from '../../../shared/list/load-more.js';
import { type Draft, useComments } from '../draft-data.js';

/** What people say about a draft. */
export function Comments({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.comments;
  const refused = useRefusal('author');
  const client = useQueryClient();
  const zone = useZone();
  const now = useNow();
  const [written, setWritten] = useState('');
  const { rows, isLoading, error, more } = useComments(draft.id);
  const keys = useDecisionKeys();
  const add = useMutation({
    mutationFn: (body: string) =>
      engine.createComment({ path: { id: draft.id }, header: keys.of(body), body: { body } }),
    onSuccess: async () => {
      keys.forget();
      setWritten('');
      await client.invalidateQueries({ queryKey: ['drafts', 'comments', draft.id] });
    },
  });
  const submit = (saved: () => void): void => {
    const body = written.trim();
    // The Enter key sends the form again, although its button is off.
    if (body !== '' && !add.isPending) add.mutate(body, { onSuccess: saved });
  };
  return (
    <section className="sec">
      <h3>{words.title}</h3>
      {error !== null && <FieldError>{problemText(error).what}</FieldError>}
      {!isLoading && error === null && rows.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="comments">
        {rows.map(({ id, author, body, createdAt }) => (
          <li key={id}>
            <b>{actorText(author)}</b> <time className="faint">{shortTime(createdAt, zone, now)}</time>
            <p>{body}</p>
          </li>
        ))}
      </ul>
      <LoadMore {...more} />
      <GuardedForm className="bar" isOfPage onSave={(_form, saved) => submit(saved)}>
        <input
          className="in grow"
          maxLength={5_000}
          aria-label={words.label}
          placeholder={words.label}
          value={written}
          onChange={({ target }) => setWritten(target.value)}
        />
        <Button type="submit" busy={add.isPending} refused={refused}>
          {words.add}
        </Button>
      </GuardedForm>
      {add.error !== null && <FieldError>{problemText(add.error).what}</FieldError>}
    </section>
  );
}
