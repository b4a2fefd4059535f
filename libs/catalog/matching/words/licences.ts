/** Words for a licence to drive, and for who holds one, in the languages of the dictionaries. */
const LICENCE =
  'licen[cs]es?|licencia|permiso|permis|patente|fuhrerschein|fahrerlaubnis|rijbewijs|carnet|carne|cdl|drivers?|fahrer|chauffeur';
const CLASS = 'class|cat|category|clase|klasse|kategorie|categorie|categoria';
/** Classes of the EU and the UK (C1E) and of Australia (HR: heavy rigid). */
const VALUE = String.raw`(?:[bc]e|[cd]1e|[cd]1|a[12]|[bcd]|lr|mr|hr|hc|mc)`;
const APART = String.raw`(?![\p{L}\p{N}'’&])`;
/** The classes of Australia, written out. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['light rigid', 'lr'],
  ['medium rigid', 'mr'],
  ['heavy rigid', 'hr'],
  ['heavy combination', 'hc'],
  ['multi combination', 'mc'],
]);
const CLASSES_WRITTEN_OUT =
  /(?<![\p{L}\p{N}])(?:(?:light|medium|heavy) rigid|(?:heavy|multi)[ -]combination)(?!\p{L})/gu;
const CLASSES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${LICENCE})(?: ?[-–:(])? ?(?:(?:${CLASS})\.? ?)?(?<after>${VALUE})${APART}|` +
    String.raw`(?<before>${VALUE})\)? (?:(?:${CLASS}) )?(?:${LICENCE})${APART}|` +
    // Of the United States.
    String.raw`cdl[ -](?:class )?(?<ofCdl>a)${APART})`,
  'gu',
);

/** Returns the classes of driving licences in a normalised text with joined ones, such as `c1e` and `hr`. */
export function licenceClassesIn(normalized: string): string[] {
  const short = [...normalized.matchAll(CLASSES)].map(
    ({ groups }) => groups?.['after'] ?? groups?.['before'] ?? groups?.['ofCdl'] ?? '',
  );
  const long = [...normalized.matchAll(CLASSES_WRITTEN_OUT)].map(
    ([words]) => WRITTEN_OUT.get(words.replace('-', ' ')) ?? '',
  );
  return [...new Set([...short, ...long])];
}

/** Writes classes with a trailer as one word: "C + E" and "C+E" → "CE". */
export function joinLicenceClasses(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}])([BCD]1?) ?\+ ?E(?![\p{L}\p{N}])/gu, '$1E');
}
