import { createContext } from 'react';

/** What the engine refused in the fields of a form, by their names in the API. The field of that name shows it. */
export const FieldProblems = createContext<ReadonlyMap<string, string>>(new Map());
