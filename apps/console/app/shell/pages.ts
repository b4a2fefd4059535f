import {
  FilePenLine,
  Gauge,
  Inbox,
  LibraryBig,
  type LucideIcon,
  Plug,
  ScrollText,
  Settings,
  Users,
  Workflow,
} from 'lucide-react';
import { text } from '../../shared/text/text.js';

export interface ConsolePage {
  readonly to:
    | '/needs'
    | '/readiness'
    | '/library'
    | '/drafts'
    | '/people'
    | '/connectors'
    | '/automation'
    | '/audit'
    | '/settings';
  readonly label: string;
  readonly icon: LucideIcon;
  /** After `g`. */
  readonly key: string;
}

const { nav } = text.common;

/** In the order of the navigation. */
export const PAGES: readonly ConsolePage[] = [
  { to: '/needs', label: nav.needs, icon: Inbox, key: 'n' },
  { to: '/readiness', label: nav.readiness, icon: Gauge, key: 'r' },
  { to: '/library', label: nav.library, icon: LibraryBig, key: 'l' },
  { to: '/drafts', label: nav.drafts, icon: FilePenLine, key: 'd' },
  { to: '/people', label: nav.people, icon: Users, key: 'p' },
  { to: '/connectors', label: nav.connectors, icon: Plug, key: 'c' },
  { to: '/automation', label: nav.automation, icon: Workflow, key: 'a' },
  { to: '/audit', label: nav.audit, icon: ScrollText, key: 'u' },
  { to: '/settings', label: nav.settings, icon: Settings, key: 's' },
];
