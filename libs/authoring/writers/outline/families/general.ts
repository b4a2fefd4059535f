import type { Family } from '../family.js';

/** For topics of which nothing is known: finding the procedure, following it, and saying where it does not fit. */
export const GENERAL: Family = {
  name: 'procedure',
  about: /^$/,
  audience: 'Everybody whose work involves {topic}',
  minutes: 20,
  objectives: [
    'Find the current procedure for {topic} and say who owns it',
    'Name the tasks for which the procedure has to be followed, and who may do them',
    'Follow its steps in order, and record what it asks for',
    'Stop, and say whom to ask, where the procedure does not fit the task',
  ],
  lessons: [
    {
      title: 'The procedure, and when it applies',
      text: [
        'Work on {topic} follows the current version of the procedure. A printed copy, or a copy that somebody has saved, may be out of date: compare its version with the one in the document system before you start.',
      ],
      fillIn: [
        'Title, number and location of the procedure',
        'Its owner, and the date of its next review',
        'The tasks and places to which it applies, and those to which it does not',
        'Who may do the work alone, who under supervision, and who not at all',
      ],
      claims: ['The procedure for {topic} and its current version', 'The role that is authorised to do this work'],
    },
    {
      title: 'Step by step',
      text: [
        'Read the whole procedure before the first step. Do the steps in their order, and do not skip one that seems unnecessary: if a step is wrong, report it, so that the procedure is changed.',
      ],
      fillIn: [
        'What has to be ready before the first step: tools, materials, permissions, protective equipment',
        'The steps, with what can go wrong at each of them and how it is noticed',
        'The records that are made, by whom, and where they are kept',
      ],
      claims: ['The limits, settings or quantities that the steps require'],
    },
    {
      title: 'When it does not go to plan',
      text: [
        'Stop when a step cannot be done as written, when something is found that the procedure does not mention, or when a result is outside its limits. Make the work safe, tell the person responsible, and continue only when they have decided how.',
      ],
      fillIn: [
        'Whom to tell, in working hours and outside of them',
        'How a deviation or a near miss is reported',
        'Examples from this site of what went wrong, and what was changed',
      ],
      claims: ['The contact for questions about {topic}'],
    },
  ],
  quiz: [
    {
      question: 'You have a printed copy of the procedure for {topic}. What do you do before you use it?',
      right: 'Compare its version with the current one in the document system',
      wrong: [
        'Use it, if it looks complete',
        'Ask a colleague whether anything has changed',
        'Use it, and check it afterwards',
      ],
      rationale: 'A copy may be out of date; only the document system shows the current version.',
    },
    {
      question: 'A step of the procedure cannot be done as it is written. What is right?',
      right: 'Stop, make the work safe, and tell the person responsible',
      wrong: ['Leave the step out', 'Do what worked the last time', 'Finish the work, and mention it later'],
      rationale: 'The person responsible decides how to continue; a changed step may remove a safeguard.',
    },
    {
      question: 'You think that a step is unnecessary. What do you do?',
      right: 'Do it, and report it, so that the procedure can be changed',
      wrong: ['Skip it', 'Skip it, if a colleague agrees', 'Do it only when somebody watches'],
      rationale: 'The reason for a step is not always visible to the person who does it.',
    },
    {
      question: 'When do you read the procedure?',
      right: 'Completely, before the first step',
      wrong: ['Step by step, during the work', 'After the work, to make the record', 'Only if something goes wrong'],
      rationale: 'Later steps may need something to be ready before the work starts.',
    },
  ],
};
