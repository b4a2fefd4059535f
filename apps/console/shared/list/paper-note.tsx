import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import type { NextPage } from './next-page.js';

/** On paper only: that a list has more rows than those that are printed. */
export function PaperNote({ hasMore }: Pick<NextPage, 'hasMore'>): ReactNode {
  return hasMore && <p className="only-paper">{text.common.goesOn}</p>;
}
