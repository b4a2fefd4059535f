import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import { useSession } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { age, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { ShownSecret } from '../../../shared/ui/shown-secret.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';
import type { PasswordLink, User } from './user.js';
import { UserDialog } from './user-dialog.js';

const SHOWN_BY = [['users']];

/** The users, with their roles and their last log-ins. */
export function UsersList(): ReactNode {
  const words = text.settings.users;
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  const [link, setLink] = useState<PasswordLink | null>(null);
  const pages = usePages(['users', 'list'], (page, signal) => engine.listUsers({ query: page, signal }));
  const removal = useRemoval<User>({
    rows: pages.rows,
    shownBy: SHOWN_BY,
    call: (user) => engine.removeUser({ path: { id: user.id }, header: ifMatch(user) }),
    nameOf: ({ email }) => email,
    words,
  });
  const reset = useConfirmed(
    useChange(SHOWN_BY, async ({ id, email }: User) => {
      setLink({ email, ...(await engine.resetUserPassword({ path: { id }, header: decisionKey() })) });
    }),
    ({ hasPassword, email }) =>
      hasPassword ? { title: words.resetTitle, sub: email, button: words.reset, help: words.resetHelp } : null,
  );
  return (
    <>
      <div className="filters">
        <span className="faint">{words.help}</span>
        <span className="right">
          <AddButton look="primary" onClick={() => setEdited('new')}>
            {words.invite}
          </AddButton>
        </span>
      </div>
      {reset.error}
      <RecordTable
        className="users"
        caption={words.caption}
        columns={[words.user, text.settings.role, words.status, words.lastLogin]}
        acts={text.common.edit}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none} />}
      >
        {pages.rows.map((user) => (
          <UserRow key={user.id} user={user}>
            <Button busy={reset.busy} onClick={() => reset.start(user)}>
              {user.hasPassword ? words.reset : words.inviteAgain}
            </Button>
            <Button onClick={() => setEdited(user)}>{text.common.edit}</Button>
            <RemoveButton user={user} onRemove={() => removal.ask(user)} />
          </UserRow>
        ))}
      </RecordTable>
      {edited !== null && (
        <UserDialog user={edited === 'new' ? null : edited} onInvited={setLink} onClose={() => setEdited(null)} />
      )}
      {reset.dialog}
      {link !== null && <LinkDialog link={link} onClose={() => setLink(null)} />}
      {removal.dialog}
    </>
  );
}

function RemoveButton({ user, onRemove }: { readonly user: User; readonly onRemove: () => void }): ReactNode {
  const isSelf = useSession().user.id === user.id;
  return (
    <Button look="ghost" refused={isSelf ? text.settings.users.notYourself : null} onClick={onRemove}>
      {text.common.remove}
    </Button>
  );
}

/** The link with which a user sets a password. */
function LinkDialog({ link, onClose }: { readonly link: PasswordLink; readonly onClose: () => void }): ReactNode {
  const day = shortDay(link.expiresAt, useZone(), useNow());
  return <ShownSecret title={text.settings.users.linkFor(link.email, day)} secret={link.url} onClose={onClose} />;
}

/** A user with what may be done about them. */
function UserRow({ user, children }: { readonly user: User; readonly children: ReactNode }): ReactNode {
  const words = text.settings.users;
  const { name, email, role, lastLoginAt } = user;
  const zone = useZone();
  const now = useNow();
  return (
    <tr>
      <td title={email}>
        <span className="topic">{name}</span> {name !== email && <span className="faint">{email}</span>}
      </td>
      <td>{text.common.roles[role]}</td>
      <td>
        <UserMark user={user} />
      </td>
      <td className="muted" data-label={words.lastLogin}>
        {lastLoginAt === null ? words.never : age(lastLoginAt, zone, now)}
      </td>
      <RowActs of={email}>{children}</RowActs>
    </tr>
  );
}

function UserMark({ user: { active, hasPassword, lastLoginAt } }: { readonly user: User }): ReactNode {
  const words = text.settings.users;
  if (!active) return <Mark shape="waived">{words.inactive}</Mark>;
  if (hasPassword || lastLoginAt !== null) return <Mark shape="ready">{words.active}</Mark>;
  return <Mark shape="pending">{words.invited}</Mark>;
}
