import type { Family } from '../family.js';

/** The permit system itself: who asks, who issues, who accepts, and how a permit is handed over and closed. */
export const PERMIT_TO_WORK: Family = {
  name: 'permit to work',
  about: /\bpermits?\W?to\W?work\b|\bptw\b|\bpermit (?:issuers?|holders?|systems?)\b|\bsafe systems? of work\b/,
  audience: 'People who ask for, issue or hold permits, and everybody who works under one',
  minutes: 45,
  objectives: [
    'Decide whether a job needs a permit, and which kind',
    'Name what the applicant, the issuer and the holder of a permit are responsible for',
    'Check a permit at the place of work, line by line, before you sign it',
    'Suspend, hand over and close a permit so that no hazard is left behind',
  ],
  lessons: [
    {
      title: 'What a permit does',
      text: [
        'A permit is a written agreement between the person who controls the area and the people who do the job. It says what is done, where, by whom, until when, and which controls are in place. The form alone protects nobody: the checks behind it do.',
        'A permit is typical for hot work, entry into a confined space, work on isolated plant, breaking into pipes, digging, and work on roofs. If you are not sure whether a job needs one, ask the issuer before you start.',
      ],
      fillIn: [
        'The jobs on this site that need a permit, and the form for each kind',
        'Where forms are found, and where open permits are displayed',
        'The written method for the jobs that need no permit',
      ],
      claims: [
        'The procedure of the company for permits to work, and its version',
        'How long a permit is valid at most',
      ],
    },
    {
      title: 'Three roles, three signatures',
      text: [
        'The applicant describes the job and its hazards. The issuer knows the area, goes to the place, checks the controls and signs. The holder explains the permit to the team, signs, and stays responsible until the job is closed.',
        'Nobody issues a permit to themselves. Nobody signs at a desk for a place that they have not seen.',
      ],
      fillIn: [
        'Who may issue permits for which areas, by day and by night',
        'The training that issuers and holders need',
        'Who signs for isolations and for gas tests',
      ],
      claims: ['The list of authorised issuers', 'The training that an issuer must have'],
    },
    {
      title: 'Check before you sign',
      text: [
        'Read the permit at the place of work. Compare the place and the equipment number with what stands in front of you. Try the isolations. Look at the result and the time of the gas test. Ask which other permits are open nearby, because two safe jobs can make each other unsafe.',
        'If a line does not fit the job, the permit is not signed. The issuer changes it, not the holder.',
      ],
      fillIn: [
        'The checks for each kind of permit, in their order',
        'How permits that affect each other are cross-referenced',
        'Limits of gas tests, and how often they are repeated',
      ],
      claims: ['The limits for oxygen, flammable and toxic gas', 'How often a gas test is repeated'],
    },
    {
      title: 'Stop, hand over, close',
      text: [
        'An alarm, a change of the job, of the people, of the weather or of the time ends the permission to work. Make the place safe, stop, and tell the issuer. Work goes on only when the permit was checked and signed again.',
        'At a change of shift the old and the new holder meet at the place and both sign. At the end the holder shows the place to the issuer: tools and people are out, guards are back, isolations are removed in order, and the permit is closed.',
      ],
      fillIn: [
        'How a permit is suspended and started again',
        'The handover between shifts',
        'How long closed permits are kept, and who samples them',
      ],
      claims: ['How long closed permits are kept', 'How often permits are audited'],
    },
  ],
  quiz: [
    {
      question: 'The equipment number on the permit is not the one in front of you. What do you do?',
      right: 'Do not sign; the issuer changes the permit',
      wrong: ['Correct the number and sign', 'Sign, if the job is the same', 'Start, and report it at the end'],
      rationale: 'Isolations and gas tests were made for the equipment that the permit names.',
    },
    {
      question: 'Where does the issuer check the controls?',
      right: 'At the place of work',
      wrong: ['At the desk, from the drawing', 'By telephone with the holder', 'After the job'],
      rationale: 'Only at the place is it seen whether the controls are there.',
    },
    {
      question: 'The alarm sounded, and the all-clear was given. May the work go on?',
      right: 'Only when the permit was checked and signed again',
      wrong: ['Yes, at once', 'Yes, if the team agrees', 'Yes, until the permit runs out'],
      rationale: 'An alarm ends the permission; conditions may have changed.',
    },
    {
      question: 'Why does the holder ask which other permits are open nearby?',
      right: 'Because two safe jobs can make each other unsafe',
      wrong: ['To share tools', 'To save a gas test', 'To find out who is responsible for the area'],
      rationale: 'Hot work beside the opening of a fuel line is an example.',
    },
    {
      question: 'What happens to a permit at a change of shift?',
      right: 'The old and the new holder meet at the place and both sign',
      wrong: ['It is left on the desk', 'It runs on without a signature', 'The new holder signs for both'],
      rationale: 'The new holder takes over what they have seen.',
    },
  ],
};
