import type { Unit } from '../parsing/parsed-name.js';

/** Whether two units of a name are items of one list: "Hand, Wrist, and Finger Safety". */
export function inOneList(one: Unit, other: Unit): boolean {
  return one.listItem !== other.listItem && one.listItem - other.listItem === one.segment - other.segment;
}
