import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { tell } from '../../shared/ui/toasts.js';

/** A secret that is shown once, to be copied. */
export function ShownSecret({
  title,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.connectors.secrets;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    tell(text.common.copied);
  };
  return (
    <Dialog
      title={title}
      sub={words.once}
      onClose={onClose}
      foot={
        <Button size="form" look="primary" onClick={onClose}>
          {text.common.close}
        </Button>
      }
    >
      <div className="dialog-body">
        <div className="bar copy-line">
          <input className="in mono" readOnly value={secret} aria-label={words.secret} />
          <Button size="form" onClick={() => void copy()}>
            <Copy className="i s" aria-hidden="true" />
            {text.connectors.copy}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
