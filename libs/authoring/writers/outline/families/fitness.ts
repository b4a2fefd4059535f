import type { Family } from '../family.js';

/** Alcohol, drugs, tiredness and heat: whether a person is fit for the work today. */
export const FITNESS: Family = {
  name: 'fitness for work',
  about:
    /\b(alcohol|drugs? (and alcohol|testing|tests?|policy|awareness|use|misuse|abuse)|substance (abuse|misuse)|fatigue|tiredness|fit(ness)? for (work|duty)|heat stress|heat stroke|shift ?work)\b/,
  audience: 'All staff and contractors, and those who plan shifts and supervise',
  minutes: 25,
  objectives: [
    'Judge before work whether you are fit for it, and say so when you are not',
    'Name what the rules here forbid, and who can be tested and when',
    'Notice signs in a colleague, and take them out of danger with respect',
    'Say where help is found, and what a person can count on who asks for it',
  ],
  lessons: [
    {
      title: 'Fit for work today?',
      text: [
        'Ask yourself before you start: have I slept enough, what have I drunk or taken, am I ill, is it too hot for this task? If you doubt it, tell your supervisor before you start, and not after.',
        'Alcohol leaves the body slowly, and neither coffee nor sleep makes it faster. Some medicines slow you as much: read the leaflet, and ask the doctor or pharmacist whether you may drive or use machines.',
      ],
      fillIn: [
        'Tasks here for which fitness is critical: driving, cranes, heights, lone work',
        'How to say that you are not fit, and what happens then',
        'Breaks, water and shade in heat',
      ],
      claims: ['The longest shift and the shortest rest that are allowed here'],
    },
    {
      title: 'The rules here, and tests',
      text: [
        'The rules apply to everybody on site: staff, contractors, visitors and managers. They say what is forbidden before and during work, and who is tested: by chance, after an incident, or where there is reason.',
        'A test follows the procedure, in private, and its result is told only to those whom the procedure names. Refusing counts as the procedure says.',
      ],
      fillIn: [
        'The policy, its owner and its version',
        'What changed in the last version',
        'Who tests, where, and what happens until the result is there',
      ],
      claims: [
        'The limits for alcohol and other substances',
        'The roles that are tested by chance',
        'What follows from a result over the limit, and from a refusal',
      ],
    },
    {
      title: 'When you notice something',
      text: [
        'Signs are: unsteady walk, slurred speech, sudden moods, nodding off, near misses. They can also mean illness, such as low blood sugar or a stroke: think of it, and call first aid if in doubt.',
        'Keep the person away from machines and keys, stay with them, and call the supervisor. Do not accuse, and do not let them drive home.',
        'Asking for help is no offence. Who asks before an incident is supported as the policy says.',
      ],
      fillIn: [
        'Whom to call on each shift',
        'How people get home',
        'Help inside and outside of the company, with numbers',
      ],
      claims: ['What the policy promises to a person who asks for help'],
    },
  ],
  quiz: [
    {
      question: 'You slept three hours and are to drive a truck. What is right?',
      right: 'Tell your supervisor before you start',
      wrong: ['Drink coffee and drive', 'Drive the first hour and see', 'Swap with somebody without saying why'],
      rationale: 'Doubt about fitness is said before the work, when a plan can still be changed.',
    },
    {
      question: 'What makes alcohol leave the body faster?',
      right: 'Nothing: it leaves slowly, and neither coffee nor sleep helps',
      wrong: ['Strong coffee', 'A cold shower', 'A big breakfast'],
      rationale: 'So somebody can still be over the limit on the next morning.',
    },
    {
      question: 'A colleague walks unsteadily and slurs. What do you do first?',
      right: 'Keep them away from machines, stay with them, and call the supervisor',
      wrong: ['Send them home by car', 'Tell them off', 'Leave them alone to rest'],
      rationale: 'It may be illness, and they must come to no harm meanwhile.',
    },
    {
      question: 'To whom do the rules apply?',
      right: 'To everybody on site: staff, contractors, visitors and managers',
      wrong: ['To drivers only', 'To staff only', 'To those who were tested before'],
      rationale: 'A risk does not ask who pays the wages.',
    },
  ],
};
