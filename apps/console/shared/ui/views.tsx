import { type ReactNode, useEffect, useRef } from 'react';

/** The tabs of a page, each a link. The current one is scrolled into view if the tabs are wider than the screen. */
export function Views({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const nav = useRef<HTMLElement>(null);
  const shown = useRef<Element | null>(null);
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current="page"]') ?? null;
    // Only when it changes: otherwise the bar would scroll back after a person has scrolled it.
    if (current !== shown.current) current?.scrollIntoView({ block: 'nearest', inline: 'center' });
    shown.current = current;
  });
  return (
    <nav ref={nav} className="views" aria-label={label}>
      {children}
    </nav>
  );
}
