export const TABS = ['users', 'tokens', 'signOn', 'rules', 'plan', 'operations'] as const;
export type SettingsTab = (typeof TABS)[number];

export interface SettingsSearch {
  readonly tab?: Exclude<SettingsTab, 'users'> | undefined;
  /** The person comes back from a trial of single sign-on. */
  readonly tried?: true | undefined;
}

export function settingsSearch({ tab, tried }: Record<string, unknown>): SettingsSearch {
  return {
    tab: TABS.filter((known) => known !== 'users').find((known) => known === tab),
    tried: tried === true ? true : undefined,
  };
}
