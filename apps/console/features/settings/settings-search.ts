export const TABS = ['users', 'tokens', 'signOn', 'rules', 'plan', 'operations'] as const;
export type SettingsTab = (typeof TABS)[number];

export interface SettingsSearch {
  readonly tab?: Exclude<SettingsTab, 'users'> | undefined;
}

export function settingsSearch({ tab }: Record<string, unknown>): SettingsSearch {
  return { tab: TABS.filter((known) => known !== 'users').find((known) => known === tab) };
}
