import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { Mark, type Shape } from '../../../shared/ui/glyph.js';

export type Course = Schemas['CourseView'];

const SHAPES: Readonly<Record<Course['status'], Shape>> = { draft: 'low', published: 'ready', archived: 'waived' };

export function CourseMark({ status }: { readonly status: Course['status'] }): ReactNode {
  return <Mark shape={SHAPES[status]}>{text.library.statuses[status]}</Mark>;
}
