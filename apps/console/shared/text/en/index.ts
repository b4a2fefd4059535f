import { audit } from './audit.js';
import { automation } from './automation.js';
import { common } from './common.js';
import { components } from './components.js';
import { connectors } from './connectors.js';
import { drafts } from './drafts.js';
import { library } from './library.js';
import { needs } from './needs.js';
import { people } from './people.js';
import { readiness } from './readiness.js';
import { settings } from './settings.js';
import { signIn } from './sign-in.js';

/** Every word of the console. A translation is another object of this type. */
export const en = {
  audit,
  automation,
  common,
  components,
  connectors,
  drafts,
  library,
  needs,
  people,
  readiness,
  settings,
  signIn,
};

export type Catalogue = typeof en;
