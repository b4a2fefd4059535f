import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { Schemas } from '#client';
import { useDecisionKeys } from '../../shared/api/decisions.js';
import { engine } from '../../shared/api/engine.js';
import { problemText } from '../../shared/text/problem-text.js';
import { useRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { Mark } from '../../shared/ui/glyph.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import { FieldError } from '../../shared/ui/text-field.js';
import { Unsaved } from '../../shared/ui/unsaved.js';
import { useExample } from './use-example.js';

type Shown = { readonly checked: Schemas['CheckedSignal'] } | { readonly sent: Schemas['TestedSignal'] };

/** An event that is checked without being recorded, or signed by the engine and sent to the tenant's own webhook. */
export function TestSend(): ReactNode {
  const words = text.connectors.test;
  const refused = useRefusal('admin');
  const client = useQueryClient();
  const id = useId();
  const example = useExample();
  const [entered, setEntered] = useState<string | null>(null);
  const body = entered ?? example ?? '';
  const isRead = entered !== null || example !== undefined;
  const check = useMutation({
    mutationFn: async (raw: string): Promise<Shown> => ({ checked: await engine.checkSignals({ body: { raw } }) }),
  });
  // A retry after a lost response does not send the event a second time.
  const keys = useDecisionKeys();
  const send = useMutation({
    mutationFn: async (raw: string): Promise<Shown> => {
      const asked = { event: eventOf(raw) };
      return { sent: await keys.take(asked, (header) => engine.testSignals({ header, body: asked })) };
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['signals'] }),
  });
  const [last, setLast] = useState<'check' | 'send'>('check');
  const { data, error } = last === 'check' ? check : send;
  const run = (what: 'check' | 'send'): void => {
    setLast(what);
    (what === 'check' ? check : send).mutate(body);
  };
  return (
    <section>
      <SectionHead level={2} title={words.title} help={words.help} />
      <Unsaved isDirty={entered !== null} isScratch />
      <div className="panel">
        <div className="pad stack">
          <label className="lbl" htmlFor={id}>
            {words.body}
          </label>
          <textarea
            id={id}
            className="in mono test-body"
            rows={9}
            spellCheck={false}
            value={body}
            onChange={({ target }) => setEntered(target.value)}
          />
          <div className="bar">
            <Button look="primary" busy={check.isPending || !isRead} onClick={() => run('check')}>
              {words.check}
            </Button>
            <Button busy={send.isPending || !isRead} refused={refused} onClick={() => run('send')}>
              {words.send}
            </Button>
            <span className="grow" />
            <span className="faint num">{words.bytes(new TextEncoder().encode(body).length)}</span>
          </div>
          {error !== null && <FieldError>{whyNot(error)}</FieldError>}
        </div>
        {data !== undefined && error === null && (
          <div className="pad" role="status">
            {'checked' in data ? <Checked result={data.checked} /> : <Sent result={data.sent} />}
          </div>
        )}
      </div>
    </section>
  );
}

function whyNot(error: Error): string {
  const words = text.connectors.test;
  if (error instanceof SyntaxError) return words.noJson;
  return error instanceof RangeError ? words.longNumber(error.message) : problemText(error).what;
}

/** @throws SyntaxError; RangeError for a number that would be sent with other digits */
function eventOf(raw: string): Record<string, unknown> {
  const withoutTexts = raw.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  const long = withoutTexts.match(/-?\d{16,}/g)?.find((number) => !Number.isSafeInteger(Number(number)));
  if (long !== undefined) throw new RangeError(long);
  const event: unknown = JSON.parse(raw);
  if (typeof event !== 'object' || event === null || Array.isArray(event)) throw new SyntaxError('no object');
  return { ...event };
}

function Status({ status }: { readonly status: number }): ReactNode {
  return <Mark shape={status < 300 ? 'ready' : 'blocking'}>{String(status)}</Mark>;
}

function Checked({ result }: { readonly result: Schemas['CheckedSignal'] }): ReactNode {
  const words = text.connectors.test;
  const { status, errors, warnings, event, dedupeKey, audience, match } = result;
  return (
    <dl className="kv">
      <dt>{words.wouldAnswer}</dt>
      <dd>
        <Status status={status} />
      </dd>
      {[...errors, ...warnings].map(({ field, message }) => (
        <div key={`${field} ${message}`} className="kv-row">
          <dt className="mono">{field}</dt>
          <dd>{message}</dd>
        </div>
      ))}
      {event !== null && (
        <div className="kv-row">
          <dt>{words.type}</dt>
          <dd>
            {event.type}, {text.common.severities[event.severity].toLowerCase()}
          </dd>
        </div>
      )}
      {audience !== null && (
        <div className="kv-row">
          <dt>{words.reaches}</dt>
          <dd>{audience.known ? text.common.people(audience.people) : words.unknown}</dd>
        </div>
      )}
      {event !== null && (
        <div className="kv-row">
          <dt>{words.course}</dt>
          <dd>{match === null ? words.noCourse : match.title}</dd>
        </div>
      )}
      {dedupeKey !== null && (
        <div className="kv-row">
          <dt>{text.connectors.log.key}</dt>
          <dd className="mono">{dedupeKey}</dd>
        </div>
      )}
    </dl>
  );
}

function Sent({ result: { request, answer } }: { readonly result: Schemas['TestedSignal'] }): ReactNode {
  const words = text.connectors.test;
  return (
    <>
      <dl className="kv">
        <dt>{words.signature}</dt>
        <dd className="mono">{request.signature}</dd>
        <dt>{words.answered}</dt>
        <dd>
          <Status status={answer.status} /> <span className="mono">{answer.body}</span>
        </dd>
      </dl>
      <details>
        <summary>{words.exact}</summary>
        <pre tabIndex={0}>{request.body}</pre>
      </details>
      {answer.status < 300 && (
        <Link to="/needs" search={{ sort: 'newest' }}>
          {words.toNeeds}
        </Link>
      )}
    </>
  );
}
