import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { namesIn } from '../../../shared/text/names-in.js';
import { text } from '../../../shared/text/text.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';

export type Kind = 'sites' | 'groups';
/** Sites also have other names, by which signals and imports reach them. */
export type Named = Schemas['GroupView'] & Partial<Pick<Schemas['SiteView'], 'aliases'>>;

export const NAMES_SHOWN_BY = [['sites'], ['groups'], ['workers'], ['readiness'], ['needs']];

/** The calls of each kind. */
export const CALLS = {
  sites: { list: engine.listSites, create: engine.createSite, rename: engine.renameSite, remove: engine.removeSite },
  groups: {
    list: engine.listGroups,
    create: engine.createGroup,
    rename: engine.renameGroup,
    remove: engine.removeGroup,
  },
} as const;

/** Gives a site or a group its name. */
export function NameDialog({
  kind,
  named,
  onClose,
}: {
  readonly kind: Kind;
  readonly named: Named | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people[kind];
  const keys = useDecisionKeys();
  const [name, setName] = useState(named?.name ?? '');
  const stored = named?.aliases?.join(', ') ?? '';
  const [aliases, setAliases] = useState(stored);
  const save = useChange(
    NAMES_SHOWN_BY,
    () => {
      const body = {
        name: name.trim(),
        ...(kind === 'sites' && aliases !== stored ? { aliases: namesIn(aliases, named?.aliases) } : {}),
      };
      return named === null
        ? CALLS[kind].create({ header: keys.of(body), body })
        : CALLS[kind].rename({ path: { id: named.id }, header: ifMatch(named), body });
    },
    words.saved,
  );
  return (
    <DecisionDialog
      title={named === null ? words.add : words.rename}
      sub={named === null ? undefined : words.renameHelp}
      button={named === null ? words.add : text.common.save}
      refused={name.trim() === '' ? words.nameNeeded : null}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        name="name"
        maxLength={255}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {kind === 'sites' && (
        <TextField
          label={text.people.sites.aliases}
          name="aliases"
          help={text.people.sites.aliasesHelp}
          value={aliases}
          onChange={({ target }) => setAliases(target.value)}
        />
      )}
    </DecisionDialog>
  );
}
