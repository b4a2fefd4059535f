import type { ReactNode } from 'react';

/** Shapes of safety signs: each state of the data has one, so that it can be distinguished without colour. */
const SHAPES = {
  blocking: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M4.6.6h4.8l4 4v4.8l-4 4H4.6l-4-4V4.6zM3.4 6a.6.6 0 0 0-.6.6v.8c0 .33.27.6.6.6h7.2a.6.6 0 0 0 .6-.6v-.8a.6.6 0 0 0-.6-.6z"
    />
  ),
  missing: (
    <>
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        d="M4.9 1.3h4.2l3.6 3.6v4.2l-3.6 3.6H4.9L1.3 9.1V4.9z"
      />
      <path stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" d="M4.6 7h4.8" />
    </>
  ),
  soon: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M6.1 1.1a1.05 1.05 0 0 1 1.8 0l5.6 10.2a1.05 1.05 0 0 1-.92 1.55H1.42A1.05 1.05 0 0 1 .5 11.3zM6.2 4.6v3.4a.8.8 0 0 0 1.6 0V4.6a.8.8 0 0 0-1.6 0zM7 9.6a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9z"
    />
  ),
  info: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" d="M7 6.5v3.2" />
      <circle cx="7" cy="4.2" r=".95" fill="currentColor" />
    </>
  ),
  low: <circle cx="7" cy="7" r="3.1" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  dot: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  pending: (
    <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 2.04" />
  ),
  assigned: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 1.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  waived: (
    <>
      <rect x="1.6" y="1.6" width="10.8" height="10.8" rx="2.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" d="M4.4 9.6 9.6 4.4" />
    </>
  ),
  ready: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="2.6" fill="currentColor" />
      <path
        className="glyph-check"
        fill="none"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m4.1 7.2 2 2 3.9-4.2"
      />
    </>
  ),
  brand: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="2.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M1 9.2 13 4.2V11a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2z" fill="currentColor" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type Shape = keyof typeof SHAPES;

export const SHAPE_NAMES: readonly Shape[] = Object.keys(SHAPES).filter((name): name is Shape => name in SHAPES);

export function Glyph({ shape, className = '' }: { readonly shape: Shape; readonly className?: string }): ReactNode {
  return (
    <svg className={`g ${className}`} viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  );
}

/** A state of the data: its shape and its word. */
export function Mark({ shape, children }: { readonly shape: Shape; readonly children: ReactNode }): ReactNode {
  return (
    <span className={`mark m-${shape}`}>
      <Glyph shape={shape} />
      {children}
    </span>
  );
}
