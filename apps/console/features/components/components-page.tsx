import { Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { DecisionDialog } from '../../shared/ui/decision-dialog.js';
import { Glyph, Mark, SHAPE_NAMES } from '../../shared/ui/glyph.js';
import { PageTop } from '../../shared/page/page-top.js';
import { RowActs } from '../../shared/ui/row-acts.js';
import { ScrollRegion } from '../../shared/ui/scroll-region.js';
import { SearchField } from '../../shared/ui/search-field.js';
import { type Option, SearchSelect } from '../../shared/ui/search-select.js';
import { SeverityMark } from '../../shared/ui/severity-mark.js';
import { ShownSecret } from '../../shared/ui/shown-secret.js';
import { EmptyState, ErrorState, Skeleton } from '../../shared/ui/states.js';
import { TextField } from '../../shared/ui/text-field.js';
import { showToast } from '../../shared/ui/toasts.js';

const LOOKS = ['primary', 'plain', 'ghost', 'danger'] as const;
const SEVERITIES = [4, 3, 2, 1];

/** Shows every component of the console in its states, for developers of pages and themes. */
export function ComponentsPage(): ReactNode {
  const words = text.components;
  const [shown, setShown] = useState<'dialog' | 'secret' | null>(null);
  const close = (): void => setShown(null);
  return (
    <>
      <PageTop title={words.title}>
        <Button look="primary" onClick={() => showToast(words.done, () => Promise.resolve())}>
          {words.toast}
        </Button>
      </PageTop>
      <ScrollRegion label={words.title} className="page read scroll">
        <Buttons />
        <Part title={words.parts.marks}>
          {SHAPE_NAMES.map((shape) => (
            <span key={shape} className="bar">
              <Mark shape={shape}>{words.shapes[shape]}</Mark>
            </span>
          ))}
        </Part>
        <Part title={words.parts.severities}>
          {SEVERITIES.map((severity) => (
            <SeverityMark key={severity} severity={severity} />
          ))}
        </Part>
        <Fields />
        <Part title={words.parts.overlays}>
          <Button onClick={() => setShown('dialog')}>{words.dialog}</Button>
          <Button onClick={() => setShown('secret')}>{words.secret}</Button>
        </Part>
        <Table />
        <States />
      </ScrollRegion>
      {shown === 'dialog' && (
        <DecisionDialog
          title={words.dialog}
          sub={words.help}
          button={words.looks.primary}
          refused={null}
          onDo={() => Promise.resolve()}
          onClose={close}
        >
          <TextField label={words.field} />
        </DecisionDialog>
      )}
      {shown === 'secret' && <ShownSecret title={words.secret} secret="s3cr3t" onClose={close} />}
    </>
  );
}

function Buttons(): ReactNode {
  const words = text.components;
  return (
    <Part title={words.parts.buttons}>
      {LOOKS.map((look) => (
        <Button key={look} look={look}>
          {words.looks[look]}
        </Button>
      ))}
      <Button icon aria-label={words.icon}>
        <Send className="i" aria-hidden="true" />
      </Button>
      <Button hint="o">{words.withKey}</Button>
      <Button busy>{words.busy}</Button>
      <Button refused={words.why}>{words.refused}</Button>
    </Part>
  );
}

function Fields(): ReactNode {
  const words = text.components;
  const [chosen, setChosen] = useState<Option | null>(null);
  return (
    <Part title={words.parts.fields}>
      <TextField label={words.field} help={words.help} />
      <TextField label={words.wrong} error={words.error} defaultValue="mo" />
      <SearchField label={words.search} value={undefined} onSearch={() => undefined} />
      <SearchSelect
        label={words.choice}
        placeholder={words.search}
        chosen={chosen}
        onChoose={setChosen}
        name={['components']}
        find={(query) => Promise.resolve(words.options.filter(({ label }) => label.includes(query)))}
        none={words.nothing}
        loading={words.busy}
        found={words.found}
      />
    </Part>
  );
}

function Table(): ReactNode {
  const words = text.components;
  return (
    <section className="sec">
      <h2>{words.parts.table}</h2>
      <table className="tbl inset">
        <caption className="sr">{words.parts.table}</caption>
        <tbody>
          {SEVERITIES.map((severity) => (
            <tr key={severity}>
              <td>
                <SeverityMark severity={severity} />
              </td>
              <td className="topic">{words.field}</td>
              <RowActs of={words.field}>
                <Button>{text.common.edit}</Button>
                <Button look="ghost">{text.common.remove}</Button>
              </RowActs>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function States(): ReactNode {
  const words = text.components;
  return (
    <Part title={words.parts.states}>
      <EmptyState title={words.empty} help={words.help}>
        <Button>{words.looks.plain}</Button>
      </EmptyState>
      <ErrorState title={words.failed} error={new TypeError(words.error)} onRetry={() => undefined} />
      <Skeleton what={words.title} rows={3} />
      <span className="bar">
        <Glyph shape="pending" /> {words.busy}
      </span>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="sec">
      <h2>{title}</h2>
      <div className="bar">{children}</div>
    </section>
  );
}
