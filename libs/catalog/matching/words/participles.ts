const PARTICIPLE = /[^e]ed$|^\w*ge\w+(?:t|en)$|iert$/;

/** Whether an English or German word is a participle, which tells what happened: "reported", "geprüft". */
export function isParticiple(word: string): boolean {
  return PARTICIPLE.test(word);
}
