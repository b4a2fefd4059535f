import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { ShownSecret } from '../../../shared/ui/shown-secret.js';
import { useKeptOpen } from '../../../shared/ui/use-kept-open.js';

/** Adds a webhook for all events, and shows its signing secret once. */
export function NewWebhookDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.connectors.outgoing;
  const client = useQueryClient();
  const keys = useDecisionKeys();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const { keepOpen, close } = useKeptOpen(onClose);
  const create = async (): Promise<void> => {
    const body = { url: url.trim(), description: description.trim() === '' ? null : description.trim() };
    const created = await engine.createWebhook({ header: keys.of(body), body });
    setSecret(created.secret);
    await client.invalidateQueries({ queryKey: ['webhooks'] });
  };
  if (secret !== null) return <ShownSecret title={words.createdTitle} secret={secret} onClose={onClose} />;
  return (
    <DecisionDialog
      title={words.add}
      sub={words.addHelp}
      button={words.add}
      refused={url.trim() === '' ? words.urlNeeded : null}
      onDo={() => keepOpen(create)}
      onClose={close}
    >
      <TextField
        label={words.url}
        name="url"
        type="url"
        placeholder="https://"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      <TextField
        label={words.description}
        name="description"
        value={description}
        maxLength={200}
        onChange={({ target }) => setDescription(target.value)}
      />
    </DecisionDialog>
  );
}
