import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { copyText } from './copy-text.js';
import { Dialog } from './dialog.js';

/** A secret, a token or a link that is shown once, to be copied. Until then, Esc and the back button ask first. */
export function ShownSecret({
  title,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.common.shownOnce;
  const [isCopied, setCopied] = useState(false);
  return (
    <Dialog
      title={title}
      sub={words.help}
      onClose={onClose}
      question={isCopied ? undefined : words.question}
      foot={
        <Button size="form" look="primary" onClick={onClose}>
          {text.common.close}
        </Button>
      }
    >
      <div className="dialog-body">
        <div className="bar copy-line">
          <input
            className="in mono"
            readOnly
            value={secret}
            aria-label={words.label}
            onFocus={({ target }) => target.select()}
            onCopy={() => setCopied(true)}
          />
          <Button size="form" onClick={() => void copyText(secret).then(setCopied)}>
            <Copy className="i s" aria-hidden="true" />
            {words.copy}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
