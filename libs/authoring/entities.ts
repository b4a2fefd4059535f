import { DraftComment } from './comments/draft-comment.entity.js';
import { Document } from './documents/document.entity.js';
import { Passage } from './documents/passage.entity.js';
import { Draft } from './drafts/draft.entity.js';
import { DraftStep } from './drafts/draft-step.entity.js';
import { DraftVersion } from './drafts/draft-version.entity.js';
import { AuthoringEntry } from './metering/authoring-entry.entity.js';
import { AuthoringMonth } from './metering/authoring-month.entity.js';

export const authoringEntities = [
  AuthoringEntry,
  AuthoringMonth,
  Document,
  Draft,
  DraftComment,
  DraftStep,
  DraftVersion,
  Passage,
];
