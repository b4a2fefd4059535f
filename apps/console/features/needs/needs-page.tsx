import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { PageTop } from '../../shared/ui/page-top.js';

export function NeedsPage(): ReactNode {
  return <PageTop title={text.needs.title} />;
}
