export const audit = {
  title: 'Audit',
  body: 'Audit log',
  caption: 'Entries, newest first',
  time: 'Time',
  actor: 'Who',
  action: 'What',
  subject: 'Subject',
  /** @param action as the log has it: `signal_map.replaced` */
  acted: (action: string): string => {
    const words = action.replaceAll(/[._]/g, ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
  actorHelp: 'ana@acme.com, token:HR sync, operator',
  actionHelp: 'course.published',
  subjectHelp: 'A kind or an id: need, need_01…',
  since: 'From',
  until: 'Before',
  filter: 'Filters of the audit log',
  none: 'No entry matches',
  failed: 'The audit log could not be loaded',
  field: 'Field',
  before: 'Before',
  after: 'After',
  noFields: 'No field was changed.',
};
