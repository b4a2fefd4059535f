import type { Family } from '../family.js';

/** Legionella and other germs in water systems. */
export const WATER: Family = {
  name: 'water hygiene',
  about: /\b(legionella|legionnaires\w*|water hygiene|water system|cooling tower\w*|potable water|drinking water)\b/,
  audience: 'People who run, clean, flush or repair water systems, and those who manage the building',
  minutes: 30,
  objectives: [
    'Say how Legionella grows, and how it reaches the lungs',
    'Name the outlets and systems of this site that need control',
    'Flush, measure and record as the scheme asks, and notice a value that is wrong',
    'Act on a wrong temperature, a raised count or a case of illness',
  ],
  lessons: [
    {
      title: 'How it grows and how it harms',
      text: [
        'Legionella lives in water and grows where it is lukewarm and stands still: dead legs, tanks, hoses, showers that nobody uses. Scale, rust and slime feed it.',
        'It harms when people breathe in fine droplets: from showers, sprays, wash bays, cooling towers and fountains. Drinking it is not the usual way, and people do not catch it from each other. Smokers, older and ill people are most at risk.',
      ],
      fillIn: [
        'The systems and outlets on this site that make droplets',
        'Outlets that are seldom used, and dead legs',
        'People here who are at particular risk',
      ],
      claims: [
        'The temperatures between which Legionella grows, with the guidance they are taken from',
        'The risk assessment and its date',
      ],
    },
    {
      title: 'Control: hot, cold, moving, clean',
      text: [
        'Keep hot water hot and cold water cold, keep it moving, and keep the system clean. Flush outlets that nobody uses. Flush gently and keep away from the spray, or wear the mask that the scheme names.',
        'Measure where the scheme says and when it says, and write the value down at once. A value that nobody measured is worse than a gap: it hides the fault.',
      ],
      fillIn: [
        'The outlets, with method and interval, and who does it',
        'The thermometer, and when it was calibrated',
        'Cleaning and descaling of heads, hoses and tanks',
      ],
      claims: [
        'The temperatures that hot and cold outlets must reach, and after how long',
        'The interval of flushing for outlets that are seldom used',
      ],
    },
    {
      title: 'When a value is wrong',
      text: [
        'Report a temperature outside its limits on the same day. After a raised count take the outlet out of use, so that nobody breathes its droplets, and tell the responsible person, who decides on cleaning and a new sample.',
        'Somebody with fever, cough and short breath after work near droplets sees a doctor and says where they work. The responsible person decides what is reported to the authority.',
      ],
      fillIn: [
        'The responsible person and the deputy',
        'How an outlet is taken out of use and marked',
        'The laboratory, and what happens to the result',
      ],
      claims: ['The counts at which action is taken, and which action', 'The cases that have to be reported'],
    },
  ],
  quiz: [
    {
      question: 'How does Legionella usually reach people?',
      right: 'They breathe in fine droplets of water',
      wrong: ['They drink cold water', 'They touch a wet surface', 'They catch it from a colleague'],
      rationale: 'Sprays and showers carry it into the lungs.',
    },
    {
      question: 'A shower has not been used for weeks. What is right?',
      right: 'Flush it gently as the scheme says, away from the spray, and record it',
      wrong: ['Leave it until somebody needs it', 'Turn it on fully and stay close', 'Close the valve and forget it'],
      rationale: 'Standing, lukewarm water is where it grows.',
    },
    {
      question: 'You had no time to measure one outlet. What goes into the record?',
      right: 'That it was not measured',
      wrong: ['The value of last month', 'The value of the next outlet', 'The limit'],
      rationale: 'A value that nobody measured hides the fault.',
    },
    {
      question: 'The laboratory reports a raised count at a wash bay. What is first?',
      right: 'Take the outlet out of use, and tell the responsible person',
      wrong: ['Wait for a second sample', 'Let it run for a day', 'Tell only the cleaner'],
      rationale: 'Nobody should breathe its droplets while the cause is found.',
    },
  ],
};
