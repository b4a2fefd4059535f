import type { Family } from '../family.js';

/** Cranes, hoists, and the people who sling loads and give signals. */
export const LIFTING: Family = {
  name: 'lifting operations',
  about:
    /\b(?:cranes?|hoists?|slings?|slinging|slingers?|riggers?|rigging|dogg(?:er|ing|man|men)|banksm[ae]n|signall?er|lifting (?:operations?|equipment|gear|plans?)|loler)\b/,
  audience: 'Crane and hoist operators, slingers, signallers, and those who plan or supervise lifts',
  minutes: 50,
  objectives: [
    'Name the roles in a lift, and the one person who directs it',
    'Work out what the load weighs before it is slung',
    'Choose and inspect sling, shackle and hook, and discard what is damaged',
    'Keep everybody, yourself included, from under the load and out of its way',
    'Stop the lift when something does not go as planned',
  ],
  lessons: [
    {
      title: 'A lift is planned, and one person directs it',
      text: [
        'Each lift needs answers before the hook moves: What does it weigh, and where is its centre? Where does it go, and over what? What carries it, and what stands under the crane? Who slings, who signals, who operates, who keeps others away? A routine lift has these answers in a written method; any other lift gets a plan of its own.',
        'The operator follows the signals of one person. Two rules stand above: anybody may give the signal to stop, and when the operator does not see or understand the signaller, the lift stops.',
      ],
      fillIn: [
        'The cranes and hoists on this site, and who may operate them',
        'The lifts that are routine, with their method; the lifts that need a plan, and who writes it',
        'Hand signals and radio words that are used here',
      ],
      claims: [
        'The licence or certificate for operators, slingers and signallers',
        'The rule or standard for lifting operations that applies here',
      ],
    },
    {
      title: 'Weight, angle and gear',
      text: [
        'Nobody guesses a weight. It stands on the load, on its papers or on a drawing, or it is calculated or weighed. Add the gear below the hook. Compare with the limit of the crane at this radius, not with its largest one: the further out, the less it carries.',
        'The flatter the legs of a sling, the more force is in each. At sixty degrees from the vertical a leg carries twice what it would carry hanging straight, and more than that is not allowed.',
        'Look at each piece before use: tag with its limit and inspection, cuts, kinks, broken wires, stretched links, a hook that has opened, a safety latch that does not close. No tag, no lift. Damaged gear is cut up or locked away, so that nobody takes it again.',
      ],
      fillIn: [
        'Where slings and shackles are kept, and the colour of this period',
        'Load charts of the cranes, and where the operator finds them',
        'How sharp edges are padded',
      ],
      claims: [
        'The intervals at which cranes and gear are examined, and the last dates',
        'The limit of each crane at the radii that are used here',
      ],
    },
    {
      title: 'The lift itself',
      text: [
        'Hook above the centre of the load, legs even, hands and feet clear, then lift a hand high and wait. Does it hang level, do the brakes hold, does anything slip? If not, put it down and sling again.',
        'Guide with a tag line and from outside, never with the hand on the load or between load and wall. Nobody stands or walks under a load, and it passes over nobody, so the way is closed before. No side pulls, no riding on the hook, no load left hanging without the operator.',
        'Wind, lightning, power lines and soft ground stop cranes. The limit for wind is the one in the manual, less for loads with a large surface.',
      ],
      fillIn: [
        'How the area is closed, and by whom',
        'Power lines and other obstacles, and the distance that is kept',
        'Where the wind is read',
      ],
      claims: ['The wind speed at which each crane stops', 'The distance that is kept from each power line'],
    },
    {
      title: 'When something goes wrong',
      text: [
        'Overload alarm, a strange noise, a load that swings or catches: stop, warn, and lower it if that is safe. Alarms and limit switches are never bridged, and not used as a way to stop in daily work.',
        'If the crane touches a power line, the operator stays in the cab, moves away from the line if possible, and everybody else keeps far off until the line is reported dead. If the cab burns, jump clear with both feet together, and move away in small steps.',
        'A load that fell, a sling that failed or an overload is reported, even if nobody was hurt. Crane and gear stay out of use until a competent person has released them.',
      ],
      fillIn: [
        'Whom to call, and who releases crane and gear',
        'How a person is rescued from the cab or from a height',
      ],
      claims: ['The events that have to be reported to the authority'],
    },
  ],
  quiz: [
    {
      question: 'The load has no marking, and the drawing is missing. What do you do?',
      right: 'Do not lift until the weight is known',
      wrong: ['Lift slowly and watch the alarm', 'Estimate it by its size', 'Use the largest sling'],
      rationale: 'Nobody guesses a weight: it is found, calculated or measured.',
    },
    {
      question: 'The legs of a sling are spread wider. What happens to the force in each?',
      right: 'There is more force in each leg',
      wrong: ['The force stays the same', 'There is less force in each leg', 'All of it goes into the hook'],
      rationale: 'The flatter the leg, the more force it carries.',
    },
    {
      question: 'Two people signal to the operator. What is right?',
      right: 'Stop until one person directs the lift',
      wrong: ['Follow the nearer one', 'Follow the supervisor', 'Follow both'],
      rationale: 'The operator follows one person; only the signal to stop may come from anybody.',
    },
    {
      question: 'The load swings towards a wall, and you could hold it. What do you do?',
      right: 'Stay clear, and signal to stop',
      wrong: ['Push it with both hands', 'Step between load and wall', 'Hold the hook'],
      rationale: 'No hand stops a load; the tag line guides it from outside.',
    },
    {
      question: 'A sling has no tag and looks new. May it be used?',
      right: 'No',
      wrong: ['Yes, for light loads', 'Yes, if the slinger knows it', 'Yes, once'],
      rationale: 'Without a tag nobody knows its limit or its last inspection.',
    },
  ],
};
