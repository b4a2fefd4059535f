import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';
import { usePages } from '../../../shared/list/use-pages.js';
import type { Role } from '../../../shared/session/session.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { age, endOfDay, lastDayBefore, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { ShownSecret } from '../../../shared/ui/shown-secret.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useKeptOpen } from '../../../shared/ui/use-kept-open.js';
import { RoleField } from './role-field.js';

type Token = Schemas['ApiTokenView'];

const SHOWN_BY = [['tokens']];

/** The tokens of programs that call the API. */
export function TokensList(): ReactNode {
  const words = text.settings.tokens;
  const [isCreating, setCreating] = useState(false);
  const pages = usePages(['tokens', 'list'], (page, signal) =>
    engine.listTokens({ query: { active: 'true', ...page }, signal }),
  );
  const revocation = useConfirmed(
    useChange(SHOWN_BY, ({ id }: Token) => engine.revokeToken({ path: { id } }), words.revoked),
    ({ name }) => ({ title: words.revokeTitle, sub: name, button: words.revoke, help: words.revokeHelp }),
  );
  return (
    <>
      <div className="filters">
        <span className="faint">{words.help}</span>
        <span className="right">
          <AddButton look="primary" onClick={() => setCreating(true)}>
            {words.create}
          </AddButton>
        </span>
      </div>
      <RecordTable
        className="tokens"
        caption={words.caption}
        columns={[words.name, text.settings.role, words.lastUsed, words.expires, words.by]}
        acts={words.revoke}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((token) => (
          <TokenRow key={token.id} token={token}>
            <Button look="ghost" onClick={() => revocation.start(token)}>
              {words.revoke}
            </Button>
          </TokenRow>
        ))}
      </RecordTable>
      {isCreating && <NewTokenDialog onClose={() => setCreating(false)} />}
      {revocation.dialog}
    </>
  );
}

/** A token with what may be done about it. */
function TokenRow({ token, children }: { readonly token: Token; readonly children: ReactNode }): ReactNode {
  const words = text.settings.tokens;
  const zone = useZone();
  const now = useNow();
  const { name, role, lastUsedAt, expiresAt, createdBy } = token;
  return (
    <tr>
      <td className="topic" title={name}>
        {name}
      </td>
      <td>{text.common.roles[role]}</td>
      <td className="muted" data-label={words.lastUsed}>
        {lastUsedAt === null ? words.never : age(lastUsedAt, zone, now)}
      </td>
      <td className="muted" data-label={words.expires}>
        {expiresAt === null ? (
          words.noExpiry
        ) : Date.parse(expiresAt) < now.getTime() ? (
          <Mark shape="blocking">{words.expired}</Mark>
        ) : (
          shortDay(lastDayBefore(expiresAt, zone), zone, now)
        )}
      </td>
      <td className="muted" data-label={words.by}>
        {createdBy === null ? '' : actorText(createdBy)}
      </td>
      <RowActs of={name}>{children}</RowActs>
    </tr>
  );
}

function NewTokenDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.settings.tokens;
  const zone = useZone();
  const keys = useDecisionKeys();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [until, setUntil] = useState('');
  const [token, setToken] = useState<string | null>(null);
  const { keepOpen, close } = useKeptOpen(onClose);
  const create = useChange(SHOWN_BY, async () => {
    const expires = until === '' ? {} : { expiresAt: endOfDay(until, zone).toISOString() };
    const body = { name: name.trim(), role, ...expires };
    const created = await engine.createToken({ header: keys.of(body), body });
    setToken(created.token);
  });
  if (token !== null) return <ShownSecret title={words.tokenOf(name.trim())} secret={token} onClose={onClose} />;
  return (
    <DecisionDialog
      title={words.create}
      sub={words.createHelp}
      button={words.create}
      refused={name.trim() === '' ? words.nameNeeded : null}
      onDo={() => keepOpen(() => create.runInDialog(undefined))}
      onClose={close}
    >
      <TextField
        label={words.name}
        help={words.nameHelp}
        name="name"
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <RoleField role={role} onChange={setRole} />
      <DayField label={words.until} help={words.untilHelp} name="expiresAt" day={until} onChoose={setUntil} />
    </DecisionDialog>
  );
}
