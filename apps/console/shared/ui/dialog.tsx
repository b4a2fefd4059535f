import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { text } from '../text/text.js';

interface DialogProps {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly onClose: () => void;
  /** Does it: by the button of the foot, and by Ctrl Enter from anywhere in the dialog. */
  readonly onSubmit?: () => void;
  readonly foot?: ReactNode;
  readonly width?: 'wide' | 'narrow';
  readonly children: ReactNode;
}

/** A decision that reaches people. Focus goes back to where it was. */
export function Dialog({ title, sub, onClose, onSubmit, foot, width = 'narrow', children }: DialogProps): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit?.();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport className="dialog-place">
          <Base.Popup
            className={`dialog ${width}`}
            data-covers=""
            onKeyDown={onKey}
            render={<form onSubmit={submit} />}
          >
            <div className="dialog-head">
              <div className="grow">
                <Base.Title render={<h2 />}>{title}</Base.Title>
                {sub !== undefined && <Base.Description className="muted dialog-sub">{sub}</Base.Description>}
              </div>
              <Base.Close className="btn ghost icon" aria-label={text.common.close}>
                <X className="i" aria-hidden="true" />
              </Base.Close>
            </div>
            {children}
            {foot !== undefined && <div className="dialog-foot">{foot}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
