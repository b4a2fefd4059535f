import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { Entered } from './entered.js';
import { OverlayPlace } from './overlay-place.js';
import { RowName } from './row-name.js';
import { useBack } from './use-back.js';

/** Asked before a dialog is closed by Esc or by the back button: what is lost, and the button that closes it. */
interface Question {
  readonly title: string;
  readonly help: string;
  readonly leave: string;
}

interface DialogProps {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly onClose: () => void;
  /** Called by the submit button in the foot, and by Ctrl Enter anywhere in the dialog. */
  readonly onSubmit?: () => void;
  readonly foot?: ReactNode;
  readonly width?: 'wide' | 'narrow';
  /** Left out: it is asked only if something was entered. */
  readonly question?: Question | undefined;
  readonly children: ReactNode;
}

/**
 * A modal dialog. When it closes, the focus returns to where it was. A click beside it does not close it: what was
 * entered would be lost, or a secret that is shown once. Esc and the back button ask first if something is lost.
 */
export function Dialog({
  title,
  sub,
  onClose,
  onSubmit,
  foot,
  width = 'narrow',
  question,
  children,
}: DialogProps): ReactNode {
  const submit = submitHandler(onSubmit);
  const [isDirty, setDirty] = useState(false);
  const entered = (): void => setDirty(true);
  const [isAsking, setAsking] = useState(false);
  const asked = question ?? (isDirty ? text.common.unsaved : null);
  const leave = (): void => (asked === null ? onClose() : setAsking(true));
  useBack(leave, { isLost: asked !== null, isCovered: isAsking });
  const popup = useRef<HTMLDivElement>(null);
  const isOpenerGone = useOpener();
  const firstField = (): HTMLElement | null =>
    popup.current?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select)') ?? popup.current;
  return (
    <Base.Root
      open
      disablePointerDismissal
      onOpenChange={(open, { reason }) => {
        if (!open && reason === 'escape-key') leave();
        else if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Viewport className="dialog-place">
          <Base.Popup
            ref={popup}
            className={`dialog ${width}`}
            data-covers=""
            // On a phone, focusing a field would open the keyboard over the text of the dialog.
            initialFocus={(by) => (by === 'touch' ? popup.current : firstField())}
            finalFocus={() => isInside(popup.current, isAsking) && !isOpenerGone()}
            onKeyDown={submitByKeys}
          >
            <form
              className="dialog-form"
              onSubmit={submit}
              onChange={onSubmit === undefined ? undefined : ({ target }) => isSearch(target) || entered()}
            >
              <DialogHead title={title} sub={sub} />
              {/* It may be opened by an action of a row. */}
              <RowName value={null}>
                <Entered value={entered}>
                  <OverlayPlace value={popup}>{children}</OverlayPlace>
                </Entered>
                {foot !== undefined && <div className="dialog-foot">{foot}</div>}
              </RowName>
            </form>
            {isAsking && asked !== null && (
              <LeaveQuestion question={asked} onLeave={onClose} onStay={() => setAsking(false)} />
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function submitHandler(onSubmit: DialogProps['onSubmit']): (event: FormEvent) => void {
  return (event) => {
    event.preventDefault();
    // React takes the event to the form or the dialog that has opened this one, too.
    event.stopPropagation();
    onSubmit?.();
  };
}

/** Ctrl Enter sends the form as the button does: the browser checks the fields first. */
function submitByKeys(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.querySelector('form')?.requestSubmit();
}

function DialogHead({ title, sub }: Pick<DialogProps, 'title' | 'sub'>): ReactNode {
  return (
    <div className="dialog-head">
      <div className="grow">
        <Base.Title render={<h2 />}>{title}</Base.Title>
        {sub !== undefined && <Base.Description className="muted dialog-sub">{sub}</Base.Description>}
      </div>
      <Base.Close className="btn ghost icon" aria-label={text.common.close}>
        <X className="i" aria-hidden="true" />
      </Base.Close>
    </div>
  );
}

/**
 * Remembers what had the focus when a dialog was opened.
 * @returns whether it was a control of a list that is removed. Base UI would then focus anything that had the focus at
 * any time before; without it, the row gets it that takes the place.
 */
function useOpener(): () => boolean {
  const [opener] = useState(() => document.activeElement);
  const [isInRow] = useState(() => opener !== null && opener.closest('tr, li') !== null);
  return () => isInRow && opener?.isConnected === false;
}

/** Whether the focus is in a dialog, or in its question, and not in another dialog that was opened by its decision. */
function isInside(dialog: HTMLElement | null, isAsking: boolean): boolean {
  const { activeElement, body } = document;
  return isAsking || activeElement === body || dialog === null || dialog.contains(activeElement);
}

/** The words of a search for a choice enter nothing: the choice does. */
function isSearch(field: EventTarget): boolean {
  return field instanceof Element && field.matches('[role="combobox"]');
}

/** Asks before what a dialog has is lost. */
function LeaveQuestion({
  question: { title, help, leave },
  onLeave,
  onStay,
}: {
  readonly question: Question;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}): ReactNode {
  return (
    <Dialog
      title={title}
      onClose={onStay}
      foot={
        <>
          <span className="grow" />
          <Button size="form" onClick={onStay}>
            {text.common.cancel}
          </Button>
          <Button size="form" look="primary" onClick={onLeave}>
            {leave}
          </Button>
        </>
      }
    >
      <div className="dialog-body">
        <p>{help}</p>
      </div>
    </Dialog>
  );
}
