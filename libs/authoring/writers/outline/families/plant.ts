import type { Family } from '../family.js';

/** Machines and vehicles that a person operates. */
export const EQUIPMENT: Family = {
  name: 'equipment',
  about:
    /\b(forklift|fork lift|truck|crane|hoist|mewp|ewp|cherry ?picker|scissor|excavator|loader|dozer|digger|telehandler|vehicle|driv\w*|chain ?saw|saw|grinder|drill|press|lathe|mill|conveyor|machin\w*|equipment|tool\w*|operator|plant|robot|compressor|boiler|generator|pallet)\b/,
  audience: 'Operators of the equipment, and those who supervise them',
  minutes: 35,
  objectives: [
    'Name the equipment that {topic} covers on this site, and who is authorised to use it',
    'Carry out the checks before use, and take equipment with a fault out of service',
    'Work within the limits on the rating plate and in the operator’s manual',
    'Keep people out of the area in which the equipment can move, drop or throw something',
    'Shut down, secure and hand over the equipment',
  ],
  lessons: [
    {
      title: 'Authorisation and limits',
      text: [
        'Only a person who is trained on this equipment and authorised for it operates it. A licence for another type does not count, and an authorisation that has run out does not either. Refuse, however short the task: moving it a few metres is operating it.',
        'The rating plate and the operator’s manual give the limits. What they do not allow is not done, whoever asks for it.',
      ],
      fillIn: [
        'The equipment: make, model, number and location',
        'Who authorises operators, and where the list of them is kept',
        'Where the operator’s manual is kept at the equipment',
        'The tasks and attachments that are not allowed on this site',
      ],
      claims: [
        'The licence or certificate that this equipment requires, and how long it is valid',
        'The rated capacity or working limits of each piece of equipment',
      ],
    },
    {
      title: 'Checks before use',
      text: [
        'The operator checks the equipment before the first use of each shift: what is visible, what is audible, controls, brakes or stops, guards and warning devices. The check is recorded.',
        'Equipment with a fault that affects safety is switched off, marked "do not use" and reported. Nobody uses it until a competent person has released it.',
      ],
      fillIn: [
        'The checklist, and where completed ones are kept',
        'The faults for which the equipment is taken out of service at once',
        'Who releases it after repair',
      ],
      claims: ['The interval of inspections by a competent person, and the date of the last one'],
    },
    {
      title: 'Operation',
      text: [
        'Look at the area before the equipment moves: ground, overhead obstacles, other traffic, people. If people enter the area, stop.',
        'Guards and safety devices stay in place and are not bypassed. Clothing, hair and jewellery stay clear of moving parts.',
      ],
      fillIn: [
        'Routes, areas and speeds on this site',
        'How pedestrians and equipment are kept apart',
        'Protective equipment for the operator and for people nearby',
        'Signals between the operator and a guide',
      ],
      claims: ['The exclusion distance around the equipment while it works'],
    },
    {
      title: 'Stopping, faults and emergencies',
      text: [
        'When leaving the equipment, lower or secure what can fall, stop the drive, secure it against movement and against use by others.',
        'Blockages are cleared, and adjustments made, only when the equipment is stopped and cannot be started by somebody else.',
      ],
      fillIn: [
        'Where the emergency stops are, and how the equipment is reset',
        'What to do after a collision, a dropped load or an injury',
        'Whom to call',
      ],
      claims: ['The shutdown sequence in the operator’s manual'],
    },
  ],
  quiz: [
    {
      question: 'The check before use finds a fault that affects safety. What do you do?',
      right: 'Switch off, mark the equipment "do not use" and report it',
      wrong: [
        'Use it carefully until the end of the shift',
        'Repair it yourself, and carry on',
        'Note it for the next operator',
      ],
      rationale: 'Nobody uses the equipment until a competent person has released it.',
    },
    {
      question: 'A colleague without an authorisation wants to move the equipment a few metres. What is right?',
      right: 'Refuse, however short the task: only an authorised person operates it',
      wrong: [
        'Allow it, if you watch',
        'Allow it outside of working hours',
        'Allow it, if they hold a licence for another type',
      ],
      rationale: 'An authorisation is for this equipment; a short task has the same hazards.',
    },
    {
      question: 'Where do you find the limits of the equipment?',
      right: 'On the rating plate and in the operator’s manual',
      wrong: [
        'By trying a little more each time',
        'From what was done the last time',
        'On the checklist of another model',
      ],
      rationale: 'The manufacturer states the limits on the plate and in the manual.',
    },
    {
      question: 'Somebody walks into the area in which the equipment works. What do you do?',
      right: 'Stop, and continue when the area is clear',
      wrong: ['Sound the horn and continue', 'Slow down', 'Continue, if they have seen you'],
      rationale: 'People and moving equipment are kept apart; a warning does not do that.',
    },
    {
      question: 'The equipment is blocked. When may you reach in?',
      right: 'When it is stopped and nobody else can start it',
      wrong: ['When it runs slowly', 'When a colleague stands at the controls', 'When you wear gloves'],
      rationale: 'Stored energy or a second person can start it; stopping alone is not enough.',
    },
  ],
};
