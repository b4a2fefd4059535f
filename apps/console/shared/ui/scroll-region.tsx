import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  /** Names the region for screen readers. */
  readonly label: string;
  readonly className?: string;
  /** True: the content is about to be replaced. */
  readonly isBusy?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** A part of the page that scrolls. It is focusable, so that keys scroll it (WCAG 2.1.1). */
export function ScrollRegion({
  label,
  className = 'page scroll',
  isBusy,
  ref,
  children,
}: ScrollRegionProps): ReactNode {
  return (
    <div className={className} ref={ref} tabIndex={0} role="region" aria-label={label} aria-busy={isBusy}>
      {children}
    </div>
  );
}
