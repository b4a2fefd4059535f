import { sentencesOf } from './sentences.js';

/** Work in which a wrong instruction can kill. */
interface Domain {
  readonly name: string;
  readonly about: RegExp;
  /** Actions that are unsafe if a text instructs the reader to do them, and harmless if it forbids them. */
  readonly unsafe: RegExp;
}

const DOMAINS: readonly Domain[] = [
  {
    name: 'electricity',
    about: /\b(electric\w*|voltage|switchgear|live (part|conductor|wire|work)s?|arc flash|high.voltage)\b/,
    unsafe:
      /\b(work(ing)? (on )?(it )?(live|while energi[sz]ed)|without (isolating|isolation|testing for dead)|leave (it )?(energi[sz]ed|switched on)|bridge the fuse)\b/,
  },
  {
    name: 'work at height',
    about: /\b(heights|at height|scaffold\w*|ladder|roof|harness|mewp|ewp|boom lift|scissor lift|fall arrest)\b/,
    unsafe:
      /\b(without (a )?(harness|edge protection|guardrails?)|unclip|unhook (the|your) (harness|lanyard)|stand on the (top (rung|step)|guardrail|mid.?rail)|climb out of the (basket|platform))\b/,
  },
  {
    name: 'confined spaces',
    about: /\b(confined space|tank entry|manhole|vessel entry|silo|sewer)\b/,
    unsafe:
      /\b(enter (it )?(alone|at once|straight away|immediately)|without (testing|measuring) the (air|atmosphere)|without a(n)? (attendant|standby|permit)|go in to (help|rescue)|follow (him|her|them) in)\b/,
  },
  {
    name: 'machinery and isolation',
    about: /\b(lock.?out|tag.?out|loto|isolat\w+|guards?|interlock|conveyor|press|machin\w+|robot)\b/,
    unsafe:
      /\b((remove|bypass|defeat|bridge|tie back|disable) (a |the |any )?(guards?|interlocks?|light curtains?|safety (device|switch)(es|s)?|emergency stops?)|reach in while|while (it|the machine) (is )?(running|runs|moving)|cut (off )?(somebody|someone) else.s lock)\b/,
  },
  {
    name: 'lifting and vehicles',
    about: /\b(crane|hoist|lifting|sling|forklift|telehandler|excavator|load|vehicle)\b/,
    unsafe:
      /\b((stand|walk|work|pass) (under|below|beneath) (a |the )?(suspended )?load|exceed the (rated|safe)|lift (people|a person) (on|with) (the )?(forks?|pallet)|ride on the (forks?|load))\b/,
  },
  {
    name: 'chemicals and gases',
    about: /\b(chemical\w*|acid\w*|solvent|gas(es)?|asbestos|silica|bleach|ammonia|chlorine|fumes?|spill)\b/,
    unsafe:
      /\b(mix (bleach|the chemicals|acids?) with|smell (it|the (gas|substance)) to|without (gloves|goggles|respirators?|protective equipment|ventilation)|pour (it )?(down|into) the (drain|sink)|water (in)?to (the )?acid)\b/,
  },
  {
    name: 'fire and hot work',
    about: /\b(hot work|weld\w*|grind\w*|fire|flam\w+|explosi\w+)\b/,
    unsafe:
      /\b(without (a )?(fire watch|hot work permit|permit)|leave (the (work|place)|it) (at once|straight away|immediately) after (the )?(weld\w*|hot work)|use the lifts?|use an elevator)\b/,
  },
];

/** A sentence that forbids an action, or says that it is wrong. */
const FORBIDS =
  /\b(not|never|no|nobody|none|no.one|don.?t|doesn.?t|cannot|can.?t|forbidden|prohibited|unsafe|wrong|refuse|stop|unless|only|avoid)\b/;
/** Forbids what comes after it: "Isolate before you remove the guard", but not "Remove the guard before you start". */
const FORBIDS_LATER = /\b(before|instead)\b/;

/** The domains that a text is about. */
export function domainsOf(text: string): string[] {
  const lower = text.toLowerCase();
  return DOMAINS.flatMap(({ name, about }) => (about.test(lower) ? [name] : []));
}

export interface UnsafeInstruction {
  readonly domain: string;
  readonly sentence: string;
}

/**
 * Sentences that instruct the reader to do something unsafe, in any domain. A sentence that forbids it does not count.
 */
export function unsafeInstructions(markdown: string): UnsafeInstruction[] {
  return sentencesOf(markdown).flatMap((sentence) => {
    const lower = sentence.toLowerCase();
    if (FORBIDS.test(lower)) return [];
    const domain = DOMAINS.find(({ unsafe }) => {
      const place = lower.search(unsafe);
      return place >= 0 && !FORBIDS_LATER.test(lower.slice(0, place));
    });
    return domain === undefined ? [] : [{ domain: domain.name, sentence }];
  });
}
