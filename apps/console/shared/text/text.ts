import { type Catalogue, en } from './en/index.js';
import { pseudo } from './pseudo.js';

/** `localStorage`: `pseudo` shows which words are missing from the catalogue. */
const LOCALE = 'console.locale';

/** The words of the console in the language of this browser. */
export const text: Catalogue = localStorage.getItem(LOCALE) === 'pseudo' ? pseudo(en) : en;
