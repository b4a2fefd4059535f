import { createRequire } from 'node:module';

/**
 * The fonts of a document. Noto Sans has Latin with Vietnamese, Cyrillic, Greek and Devanagari; Noto Sans SC has the
 * Chinese characters of all regions, and kana. A document embeds only the fonts and glyphs that it uses.
 */
const FILES = {
  text: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  hebrew: '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  thai: '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  han: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  hangul: '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
} as const;

export type FontName = keyof typeof FILES;

const require = createRequire(import.meta.url);
const paths = new Map<FontName, string>();

/** The path of a font's file. */
export function fontFile(name: FontName): string {
  const known = paths.get(name);
  if (known !== undefined) return known;
  const path = require.resolve(FILES[name]);
  paths.set(name, path);
  return path;
}

const SCRIPTS: ReadonlyArray<readonly [FontName, RegExp]> = [
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['thai', /\p{Script=Thai}/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u],
];

/** The font for a character's script; null: the character belongs to no script, as a space or an accent does. */
export function fontOfScript(character: string): FontName | null {
  const found = SCRIPTS.find(([, script]) => script.test(character));
  if (found !== undefined) return found[0];
  return /[\p{Script=Common}\p{Script=Inherited}]/u.test(character) ? null : 'text';
}
