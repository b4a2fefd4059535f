import { NEED_EVENT_TYPES } from '#needs';
import { READINESS_EVENT_TYPES } from '#readiness';

/** Types of the events that webhooks receive. */
export const EVENT_TYPES = [...NEED_EVENT_TYPES, ...READINESS_EVENT_TYPES] as const;
export type EventType = (typeof EVENT_TYPES)[number];
