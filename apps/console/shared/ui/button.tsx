import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import { useActLabel } from './row-name.js';
import { showToast } from './toasts.js';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: 'plain' | 'primary' | 'ghost' | 'danger';
  readonly size?: 'bar' | 'form';
  /** Why it is disabled. It stays focusable, and shows the reason on hover, on a press, and to screen readers. */
  readonly refused?: string | null | undefined;
  readonly busy?: boolean;
  /** The key that does the same. */
  readonly hint?: string;
  readonly icon?: boolean;
}

const LOOKS = { plain: '', primary: 'pri', ghost: 'ghost', danger: 'danger' };

export function Button({
  look = 'plain',
  size = 'bar',
  refused = null,
  busy = false,
  icon = false,
  hint,
  className = '',
  type = 'button',
  children,
  ...props
}: ButtonProps): ReactNode {
  const label = useActLabel(typeof children === 'string' ? children : null);
  const classes = ['btn', LOOKS[look], size === 'form' ? 'lg' : '', icon ? 'icon' : '', className];
  return (
    <BaseButton
      aria-label={label}
      {...props}
      type={type}
      className={classes.filter(Boolean).join(' ')}
      disabled={refused !== null || busy}
      focusableWhenDisabled
      title={refused ?? props.title}
      // A touch screen shows no title.
      onClickCapture={refused === null ? props.onClickCapture : () => showToast(refused)}
      aria-busy={busy || undefined}
    >
      {children}
      {hint !== undefined && <kbd aria-hidden="true">{hint}</kbd>}
    </BaseButton>
  );
}
