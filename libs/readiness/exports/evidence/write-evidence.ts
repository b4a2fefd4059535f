import { ids } from '#platform/database';
import type { PdfColumn, PdfWriter } from '#platform/export';
import type { Calendar } from '../../rule/calendar.js';
import { givenDay } from '../../rule/causes-at.js';
import type { EvidenceSubject } from './evidence-subject.js';
import { dayOf, dayOrTime, lastDay, timeOf } from './evidence-dates.js';
import { actorText, creator, severityText } from './evidence-words.js';
import type { PersonEvidence } from './read-people.js';
import { type CompletionRecord, MAX_RECORDS } from './read-records.js';

/** Where and when a document was made, and by whom. */
export interface EvidenceHead {
  readonly tenant: string;
  readonly subject: EvidenceSubject;
  readonly calendar: Calendar;
  /** The instant of the document, in milliseconds since the epoch. */
  readonly at: number;
  readonly actor: string;
}

const STATUS_WORDS = { ready: 'Ready', at_risk: 'At risk', not_ready: 'Not ready' } as const;

/** Room for a person's name, status and first record at the foot of a page. */
const ROOM_OF_PERSON = 110;

const HELD: readonly PdfColumn[] = [
  { name: 'Requirement or credential', share: 0.27 },
  { name: 'State', share: 0.12 },
  { name: 'Valid until', share: 0.13 },
  { name: 'Source record', share: 0.3 },
  { name: 'Recorded', share: 0.18 },
];
const REASONS: readonly PdfColumn[] = [
  { name: 'Reason', share: 0.27 },
  { name: 'Severity', share: 0.11 },
  { name: 'Since', share: 0.11 },
  { name: 'Due', share: 0.11 },
  { name: 'Source record', share: 0.29 },
  { name: 'Waived until', share: 0.11 },
];
const COMPLETIONS: readonly PdfColumn[] = [
  { name: 'Completed course or topic', share: 0.7 },
  { name: 'Completed', share: 0.3 },
];
const WAIVERS: readonly PdfColumn[] = [
  { name: 'Waived', share: 0.26 },
  { name: 'Until', share: 0.12 },
  { name: 'Note', share: 0.4 },
  { name: 'By', share: 0.22 },
];

export function evidenceTitle({ tenant, subject }: EvidenceHead): string {
  return `Readiness evidence: ${subject.name}, ${tenant}`;
}

export function writeHead(pdf: PdfWriter, head: EvidenceHead): void {
  const { tenant, subject, calendar, at, actor } = head;
  const { ready, atRisk, notReady, workerIds, kind, name } = subject;
  const isOne = workerIds.length === 1;
  const people = isOne ? '1 person' : `${workerIds.length} people`;
  const listed = isOne ? '' : ' All of them are listed here, by name.';
  pdf.heading(1, 'Readiness evidence');
  pdf.paragraph(`Organisation: ${tenant}`);
  pdf.paragraph(`${kind === 'site' ? 'Site' : 'Person'}: ${name}`);
  pdf.paragraph(
    `${people} on ${dayOf(at, calendar)}: ${ready} ready, ${atRisk} at risk, ${notReady} not ready.${listed}`,
  );
  pdf.paragraph(
    `Generated ${timeOf(at, calendar)} by ${actorText(actor)}. Days and times are in the time zone ${calendar.timeZone}.`,
    {
      color: '#555555',
    },
  );
}

/** Yields after each record: a person may have hundreds. */
export function* writePerson(pdf: PdfWriter, person: PersonEvidence, { calendar, at }: EvidenceHead): Generator<void> {
  const { row, completions, waivers } = person;
  const { worker, status, since, reasons } = row;
  pdf.beginSection(ROOM_OF_PERSON);
  pdf.heading(2, worker.name);
  pdf.paragraph(identityOf(person), { color: '#555555' });
  pdf.paragraph(`${STATUS_WORDS[status]} since ${timeOf(Date.parse(since), calendar)}`, { isBold: true });
  const held = heldRows(person, calendar, at);
  if (held.length > 0) yield* pdf.table(HELD, held);
  else pdf.paragraph('No credentials, required courses or onboarding steps are on record.');
  if (reasons.length > 0)
    yield* pdf.table(
      REASONS,
      reasons.map((reason) => reasonRow(reason, calendar)),
    );
  if (completions.length > 0)
    yield* pdf.table(
      COMPLETIONS,
      completions.map((completion) => [completion.title, completionTime(completion, calendar)]),
    );
  if (waivers.length > 0)
    yield* pdf.table(
      WAIVERS,
      waivers.map(({ what, until, note, recordedAt, recordedBy }) => [
        what,
        lastDay(until, calendar),
        note,
        `${creator(recordedBy)}, ${timeOf(recordedAt, calendar)}`,
      ]),
    );
  if (isCut(person)) pdf.paragraph(`Of each kind of record the first ${MAX_RECORDS} are listed.`, { isBold: true });
  if (worker.groups.length > 0) pdf.paragraph(`Groups: ${worker.groups.join(', ')}`, { color: '#555555' });
}

/** Whether the person may have more records than are listed. */
function isCut({ credentials, steps, completions, waivers }: PersonEvidence): boolean {
  return [credentials, steps, completions, waivers].some(({ length }) => length >= MAX_RECORDS);
}

function identityOf({ row: { worker } }: PersonEvidence): string {
  const { id, externalWorkerId, email, learnerId, site, role } = worker;
  return [
    externalWorkerId === null ? null : `External id ${externalWorkerId}`,
    email,
    learnerId === null ? null : `Learner id ${learnerId}`,
    site === null ? null : `Site ${site}`,
    role === null ? null : `Role ${role}`,
    id,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function completionTime(completion: Pick<CompletionRecord, 'completedAt' | 'completedOn'>, calendar: Calendar): string {
  const day = givenDay(completion);
  return day === null ? timeOf(completion.completedAt, calendar) : dayOrTime(day, calendar);
}

function heldRows(
  { credentials, courses, steps, completions, row }: PersonEvidence,
  calendar: Calendar,
  at: number,
): string[][] {
  const completed = (courseId: string, completedAt: number): string => {
    const record = completions.find((one) => one.courseId === courseId && one.completedAt === completedAt);
    return completionTime(record ?? { completedAt, completedOn: null }, calendar);
  };
  const recorded = (recordedAt: number, by: string | null): string => `${timeOf(recordedAt, calendar)}, ${creator(by)}`;
  return [
    ...credentials.map(({ id, name, expiresAt, recordedAt, recordedBy }) => [
      name,
      expiresAt !== null && expiresAt <= at ? 'Expired' : 'Valid',
      expiresAt === null ? 'No end' : lastDay(expiresAt, calendar),
      ids.show('cred', id),
      recorded(recordedAt, recordedBy),
    ]),
    ...row.reasons
      .flatMap(({ because }) => because)
      .filter(({ kind }) => kind === 'credential_missing')
      .map(({ text, ref }) => [text, 'Missing', '', ref.id, '']),
    ...courses.map(({ title, requirementId, courseId, completedAt, validUntil }) => [
      title,
      completedAt === null ? 'Not completed' : validUntil > at ? 'Completed' : 'Run out',
      completedAt === null ? '' : validUntil === Infinity ? 'No end' : lastDay(validUntil, calendar),
      ids.show('req', requirementId),
      completedAt === null ? '' : completed(courseId, completedAt),
    ]),
    ...steps.map(({ id, step, doneAt, recordedAt, recordedBy }) => [
      step,
      doneAt === null || doneAt > at ? 'Not done' : 'Done',
      '',
      ids.show('onb', id),
      recorded(recordedAt, recordedBy),
    ]),
  ];
}

function reasonRow(reason: PersonEvidence['row']['reasons'][number], calendar: Calendar): string[] {
  const { text, severity, since, dueAt, source, ref, waivedUntil, progress } = reason;
  return [
    progress === null ? text : `${text}. ${progress.text}`,
    severityText(severity),
    dayOf(Date.parse(since), calendar),
    dayOrTime(dueAt, calendar),
    source === null ? ref.id : [source.record, source.type, source.key].filter((part) => part !== null).join(', '),
    dayOrTime(waivedUntil, calendar),
  ];
}
