import type { ReactNode } from 'react';

interface SectionHeadProps {
  /** 2 for a section of the page, 3 for one inside of such a section. */
  readonly level?: 2 | 3;
  readonly title: string;
  /** A note beside the heading. */
  readonly help?: ReactNode;
  readonly helpClass?: string;
  /** The buttons at the end of the line. */
  readonly children?: ReactNode;
}

/** The heading of a section. */
export function SectionHead({ level = 3, title, help, helpClass = '', children }: SectionHeadProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="sec-h">
      <Heading>{title}</Heading>
      {help !== undefined && <span className={`faint ${helpClass}`.trim()}>{help}</span>}
      {children !== undefined && (
        <>
          <span className="grow" />
          {children}
        </>
      )}
    </div>
  );
}
