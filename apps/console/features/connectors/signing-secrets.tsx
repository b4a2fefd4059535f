import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../shared/api/engine.js';
import { useChange } from '../../shared/api/use-change.js';
import { may, useSession } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';
import { Mark } from '../../shared/ui/glyph.js';
import { RowName } from '../../shared/ui/row-name.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import { ErrorState } from '../../shared/ui/states.js';
import { useConfirmed } from '../../shared/list/use-confirmed.js';
import { SecretDialog } from './secret-dialog.js';

type Secret = Schemas['SigningSecretView'];

const SHOWN_BY = [['secrets']];

/** The secrets with which source systems sign: an admin creates, replaces and deletes them. */
export function SigningSecrets(): ReactNode {
  const words = text.connectors.secrets;
  const { role } = useSession().user;
  const [making, setMaking] = useState<{ readonly name: string } | null>(null);
  const removal = useConfirmed(
    useChange(
      SHOWN_BY,
      ({ id }: Secret) => engine.removeSigningSecret({ path: { id } }),
      ({ name }) => words.deleted(name),
    ),
    ({ name }) => ({ title: words.deleteTitle(name), button: words.delete, help: words.deleteHelp }),
  );
  const isAdmin = may(role, 'admin');
  const { data, error, refetch } = useQuery({
    queryKey: ['secrets'],
    queryFn: ({ signal }) => engine.listSigningSecrets({ query: { limit: 100 }, signal }),
    enabled: isAdmin,
  });
  if (!isAdmin) return <p className="muted secret-note">{words.adminsOnly}</p>;
  return (
    <div className="sec">
      <SectionHead level={2} title={words.title}>
        <Button onClick={() => setMaking({ name: '' })}>
          <KeyRound className="i s" aria-hidden="true" />
          {words.create}
        </Button>
      </SectionHead>
      {error !== null && <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />}
      <div className="panel">
        <ul className="rows">
          {data?.items.map((secret) => (
            <SecretLine
              key={secret.id}
              secret={secret}
              onRotate={() => setMaking({ name: secret.name })}
              onDelete={() => removal.start(secret)}
            />
          ))}
        </ul>
      </div>
      {making !== null && <SecretDialog name={making.name} onClose={() => setMaking(null)} />}
      {removal.dialog}
    </div>
  );
}

function SecretLine({
  secret: { name, createdAt, lastUsedAt, expiresAt },
  onRotate,
  onDelete,
}: {
  readonly secret: Secret;
  readonly onRotate: () => void;
  readonly onDelete: () => void;
}): ReactNode {
  const words = text.connectors.secrets;
  const zone = useZone();
  const now = useNow();
  return (
    <li className="secret">
      {expiresAt === null ? (
        <Mark shape="ready">{words.live}</Mark>
      ) : (
        <Mark shape="soon">{words.ends(shortTime(expiresAt, zone, now))}</Mark>
      )}
      <span>
        <span className="medium">{name}</span>{' '}
        <span className="faint">
          {words.made(shortTime(createdAt, zone, now))}{' '}
          {lastUsedAt === null ? words.unused : words.used(shortTime(lastUsedAt, zone, now))}
        </span>
      </span>
      <span className="bar">
        <RowName value={name}>
          {expiresAt === null && <Button onClick={onRotate}>{words.rotate}</Button>}
          <Button look="ghost" onClick={onDelete}>
            {words.delete}
          </Button>
        </RowName>
      </span>
    </li>
  );
}
