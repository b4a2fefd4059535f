import { type Workbook, unreadable } from './workbook.js';
import { xmlEvents } from './xml-events.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Where the first sheet is, and whether its dates count from 1904, as old ones of the Mac do. */
export interface FirstSheet {
  readonly path: string;
  readonly isFrom1904: boolean;
}

/** @throws Invalid if there is none */
export async function findFirstSheet(workbook: Workbook): Promise<FirstSheet> {
  let relation: string | undefined;
  let isFrom1904 = false;
  for await (const events of xmlEvents(workbook.part(WORKBOOK))) {
    for (const event of events) {
      if (event.kind !== 'open') continue;
      if (event.name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(event.attributes['date1904'] ?? '');
      if (event.name === 'sheet') relation ??= idIn(event.attributes);
    }
  }
  const target = relation === undefined ? undefined : await targetOf(workbook, relation);
  if (target === undefined) throw unreadable('has no sheet');
  return { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`, isFrom1904 };
}

/** `r:id`, whatever the prefix. */
function idIn(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

async function targetOf(workbook: Workbook, relation: string): Promise<string | undefined> {
  for await (const events of xmlEvents(workbook.part(RELATIONS))) {
    for (const event of events)
      if (event.kind === 'open' && event.name === 'Relationship' && event.attributes['Id'] === relation)
        return event.attributes['Target'];
  }
  return undefined;
}
