import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { Mark, type Shape } from './glyph.js';

const SHAPES: Readonly<Record<number, Shape>> = { 4: 'blocking', 3: 'soon', 2: 'info', 1: 'low' };

export function SeverityMark({ severity }: { readonly severity: number }): ReactNode {
  const words: Readonly<Record<number, string>> = text.common.severities;
  return <Mark shape={SHAPES[severity] ?? 'low'}>{words[severity]}</Mark>;
}
