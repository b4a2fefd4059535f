import type { Family } from '../family.js';

/** Work that needs a permit, or a rescue plan. */
export const WORK_UNDER_PERMIT: Family = {
  name: 'work under permit',
  about:
    /\b(heights?|roof\w*|ladder|scaffold\w*|harness|fall arrest|confined|entry|excavat\w*|trench\w*|hot work|weld\w*|cutting|permit\w*|demolition|blast\w*|div(e|ing))\b/,
  audience: 'Everybody who does this work, supervises it, or stands by for rescue',
  minutes: 45,
  objectives: [
    'Say when {topic} needs a permit or a plan, and who issues it',
    'Name the hazards of the work, and the control for each of them',
    'Check equipment and conditions before the work starts, and stop when they change',
    'Explain the rescue plan, and your part in it',
  ],
  lessons: [
    {
      title: 'Before the work: plan and permit',
      text: [
        'First ask whether the work can be done without the hazard: from the ground, from outside, cold, or by another method. Only what remains is planned and permitted.',
        'A permit is valid for the work, the place, the people and the time that it names. If one of them changes, the work stops and the permit is issued again.',
      ],
      fillIn: [
        'The tasks on this site for which a permit is required',
        'Who issues permits, who accepts them, and where they are displayed',
        'The steps of the plan for the most frequent task',
      ],
      claims: ['The rule or standard that requires a permit for {topic}', 'How long a permit is valid at most'],
    },
    {
      title: 'Hazards and controls',
      text: [
        'Controls that protect everybody come before those that protect one person: barriers, ventilation and guards before harnesses, masks and gloves.',
        'Each hazard has a named control, and somebody who checks it before the work starts.',
      ],
      fillIn: [
        'The hazards of this work, each with its control',
        'Equipment: what it is, where it is kept, how it is inspected before each use',
        'Weather, atmosphere, ground or load limits at which the work stops',
      ],
      claims: [
        'The limits (load, distance, concentration, wind) within which the work is allowed',
        'The inspection interval of the equipment',
      ],
    },
    {
      title: 'During the work',
      text: [
        'Conditions are checked again after every break and whenever they may have changed. Anybody may stop the work, and nobody is asked to justify it first.',
        'The person who stands by stays, keeps contact, and does no other work.',
      ],
      fillIn: [
        'How contact is kept, and how often',
        'What is measured or checked again, when and by whom',
        'How the area is closed to others',
      ],
      claims: ['The number of people who have to be present, and their roles'],
    },
    {
      title: 'Rescue and closing',
      text: [
        'The rescue plan is made before the work, with equipment that is on site and people who have practised it. It does not rely on the emergency services alone. Nobody follows a casualty without protection.',
        'When the work ends, people, tools and isolations are accounted for, the area is checked, and the permit is closed.',
      ],
      fillIn: [
        'Rescue equipment and where it is',
        'Who rescues, and when they last practised',
        'Emergency numbers, and how the place is described to the services',
      ],
      claims: ['The date of the last rescue exercise for {topic}'],
    },
  ],
  quiz: [
    {
      question: 'What is considered first when {topic} is planned?',
      right: 'Whether the work can be done without the hazard',
      wrong: ['Which protective equipment is at hand', 'Who is free to do it', 'How long it takes'],
      rationale: 'Avoiding a hazard comes before controlling it.',
    },
    {
      question: 'The work moves to another place than the permit names. What is right?',
      right: 'Stop, and have the permit issued again',
      wrong: [
        'Continue, if the work is the same',
        'Correct the place on the permit yourself',
        'Continue until the end of the shift',
      ],
      rationale: 'A permit is valid for the place that it names; other hazards may exist elsewhere.',
    },
    {
      question: 'Conditions change during the work. What do you do?',
      right: 'Stop, and check the controls before continuing',
      wrong: ['Finish quickly', 'Continue with more protective equipment', 'Ask at the next break'],
      rationale: 'The controls were chosen for the conditions at the start.',
    },
    {
      question: 'A colleague is injured and does not answer. What does the person who stands by do?',
      right: 'Raise the alarm, and start the rescue plan',
      wrong: ['Go in at once to help', 'Wait whether they move', 'Leave to look for the supervisor'],
      rationale: 'Unprotected helpers become casualties; the plan says who rescues and how.',
    },
    {
      question: 'Which of these controls comes first?',
      right: 'One that protects everybody, such as a barrier or ventilation',
      wrong: ['A personal device, such as a harness or mask', 'A warning sign', 'An instruction to be careful'],
      rationale: 'Collective controls work without anybody’s attention.',
    },
  ],
};

/** Electricity, and the isolation of energy. */
export const ISOLATION: Family = {
  name: 'isolation',
  about:
    /\b(electric\w*|high voltage|low voltage|loto|lock ?out\w*|tag ?out\w*|lock\W?out\W?tag\W?out|isolat\w*|energ(y|ies)|arc flash|stored energy|switching)\b/,
  audience: 'People who work on machines or installations that have to be isolated, and those who use them',
  minutes: 40,
  objectives: [
    'Name the energies of the installation, and the point at which each is isolated',
    'Isolate, lock, release stored energy and prove that the installation is dead before work starts',
    'Say who may apply and remove a lock, and what happens when its owner is away',
    'Return the installation to service',
  ],
  lessons: [
    {
      title: 'Energies and roles',
      text: [
        'An installation can have several energies: electrical, pneumatic, hydraulic, mechanical, thermal, chemical, gravity. Each has its own isolation point, and one switch seldom isolates all.',
        'Authorised people isolate. Affected people use the installation, are told before it is isolated and after it is released, and do not touch the locks.',
      ],
      fillIn: [
        'The installations, each with its energies and isolation points',
        'Who is authorised',
        'Where the isolation procedures are displayed',
      ],
      claims: ['The isolation points of each installation', 'The qualification that is required for electrical work'],
    },
    {
      title: 'Isolate, and prove it',
      text: [
        'The sequence is: announce, stop, isolate, lock and tag, release stored energy, prove. Each person who works on the installation applies a lock of their own and keeps the key.',
        'Proving means trying: a start attempt, and for electricity a measurement with a tester that is proved before and after. An indicator lamp proves nothing.',
      ],
      fillIn: [
        'Locks, tags and lock boxes: where they are, how they are marked',
        'The tester, and where it is proved',
        'How stored energy is released: springs, pressure, capacitors, raised parts',
      ],
      claims: ['The waiting time until stored energy has gone', 'The voltage class of the tester'],
    },
    {
      title: 'Work, handover and return to service',
      text: [
        'A lock is removed by the person who applied it. If they are away, the procedure for that case is followed; a lock is never cut because it is in the way.',
        'Before the return to service: tools and people are out, guards are on, the affected people are told.',
      ],
      fillIn: [
        'What is done at a change of shift',
        'Who decides when the owner of a lock cannot be reached',
        'The first start after the work, and who watches it',
      ],
      claims: ['The procedure for a lock whose owner is away'],
    },
  ],
  quiz: [
    {
      question: 'The main switch is off and the lamp is out. May you start to work?',
      right: 'No: lock it, release stored energy and prove that it is dead',
      wrong: ['Yes, the lamp shows that it is off', 'Yes, if nobody else is near', 'Yes, if the work is short'],
      rationale: 'A lamp can fail and other energies may remain; only a test proves that the installation is dead.',
    },
    {
      question: 'Three people work on the same installation. How many locks are needed?',
      right: 'One for each person',
      wrong: ['One, of the supervisor', 'One for each energy only', 'None, if they can see each other'],
      rationale: 'Each person’s own lock keeps the installation isolated until they have finished.',
    },
    {
      question: 'Who removes a lock?',
      right: 'The person who applied it',
      wrong: ['The supervisor', 'Whoever finishes last', 'The operator who needs the machine'],
      rationale:
        'Only its owner knows that they are out of danger; an absent owner is a case of its own in the procedure.',
    },
    {
      question: 'When is the tester proved?',
      right: 'Before and after the measurement',
      wrong: ['Once a year', 'Only before the measurement', 'Only if the result is a surprise'],
      rationale: 'A tester that failed meanwhile shows no voltage where there is some.',
    },
  ],
};
