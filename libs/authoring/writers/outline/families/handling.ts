import type { Family } from '../family.js';

/** Manual handling and the workplace. */
export const HANDLING: Family = {
  name: 'handling',
  about:
    /\b(manual handling|lifting technique|ergonom\w*|display screen|dse|workstation|posture|slips?|trips?|housekeeping|musculoskeletal|repetitive)\b/,
  audience: 'Everybody whose work loads the body, and those who plan it',
  minutes: 35,
  objectives: [
    'Recognise what loads the body in a task: weight, distance, posture, repetition, time',
    'Change the task or use an aid before using strength',
    'Plan and carry out a lift alone, and with a second person',
    'Set up your own workplace so that you change posture often',
    'Report strain before it becomes an injury',
  ],
  lessons: [
    {
      title: 'Look at the task',
      text: [
        'Consider the task, the load, the person and the surroundings. A light load that is lifted far from the body, often, or with a twist can do more harm than a heavy one. At arm’s length the back carries several times the weight of the load.',
        'Most injuries do not come from one heavy lift. They come from many ordinary ones: the same box from the floor, the same reach above the shoulder, eight hours in one posture.',
      ],
      fillIn: [
        'The tasks here with the highest load, and the injuries of the last years',
        'Weights of frequent loads, marked where they are handled',
        'Surroundings: steps, narrow places, floors, light, cold',
      ],
      claims: ['The weights that may be handled by one person here', 'The assessment of these tasks, and its date'],
    },
    {
      title: 'Change it, or use an aid',
      text: [
        'Ask in this order. Does the load have to be moved at all? Can it be delivered to where it is used? Can a trolley, a hoist or a conveyor move it? Can it be divided, or get a handle? Can it be stored between knee and shoulder? Technique comes last.',
        'Push rather than pull: you use your weight, and see where you go. Look at the wheels first. Most trolleys are heavy because they are not maintained.',
      ],
      fillIn: [
        'Aids on this site: where they are, what they carry, who may use them',
        'To whom a worn wheel or a missing aid is reported',
      ],
      claims: ['The load limits of the aids'],
    },
    {
      title: 'The lift',
      text: [
        'Before: test the weight by tilting a corner. Check the way, the door and the place where you put it down. Decide where you rest. If you doubt, get help.',
        'Lift: feet apart, one a little in front, as close as you can get. Bend hips and knees, keep the back in its natural curve, take a full grip. Lift smoothly with the legs, load near the body, and look ahead. To turn, move your feet. Put it down first, then slide it into place.',
        'Two people: of similar height, one gives the words, agreed before: "ready, lift". Either may say "stop". People are never lifted this way. For them there is training and equipment of its own.',
      ],
      fillIn: [
        'Loads that are handled by two people here',
        'Gloves and shoes for these loads',
        'A practical exercise with loads of this site, under the eyes of the trainer',
      ],
      claims: ['The rule of the company for lifts by two people'],
    },
    {
      title: 'Workplace, floor, and early signs',
      text: [
        'Sitting or standing: the best posture is the next one. Screen at eye height and arm’s length, forearms level, feet on the floor, and a change at least every half hour.',
        'Whoever spills it or sees it, clears it. A cable, a pallet corner or a wet floor hurts as many backs as lifting does: people twist when they stumble.',
        'Pain that lasts, tingling or numbness is reported early. At this point a changed task helps, and later often nothing does.',
      ],
      fillIn: [
        'Who helps to set up a workplace',
        'To whom symptoms are reported, and what happens then',
        'Breaks and changes of task that are planned',
      ],
      claims: ['Whether occupational health offers an examination for this work'],
    },
  ],
  quiz: [
    {
      question: 'What do you ask first about a heavy load?',
      right: 'Whether it has to be moved at all',
      wrong: ['Who is strongest', 'How to lift it', 'Whether gloves are at hand'],
      rationale: 'Avoiding the task removes the load on the body.',
    },
    {
      question: 'You have to turn with a load. How?',
      right: 'Move the feet',
      wrong: ['Twist the upper body', 'Hold the load further away', 'Swing it'],
      rationale: 'Twisting under load strains the back.',
    },
    {
      question: 'A light part is lifted 900 times a shift. Is that a hazard?',
      right: 'Yes: repetition loads the body as well as weight',
      wrong: ['No, it is light', 'Only for older people', 'Only without a belt'],
      rationale: 'Most injuries come from many ordinary lifts.',
    },
    {
      question: 'You do not know the weight of a closed crate. How do you find out?',
      right: 'Test the weight by tilting a corner',
      wrong: ['Lift it quickly', 'Ask a colleague to lift it', 'Assume what the last one weighed'],
      rationale: 'A tilted corner shows the weight without the load on your back.',
    },
    {
      question: 'The trolley is hard to move. What is the right answer?',
      right: 'Report it: its wheels need maintenance',
      wrong: ['Pull harder', 'Take a run', 'Carry the load instead'],
      rationale: 'Most trolleys are heavy because they are not maintained.',
    },
  ],
};
