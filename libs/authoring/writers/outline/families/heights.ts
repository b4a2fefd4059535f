import type { Family } from '../family.js';

/** Work from which a person can fall. */
export const HEIGHTS: Family = {
  name: 'heights',
  about:
    /\b(heights?|roof\w*|ladders?|scaffold\w*|harness\w*|fall arrest|fall protection|mewp|ewp|cherry ?picker|scissor|boom ?lift|elevat\w+ (work )?platform)\b/,
  audience: 'Everybody who works where they can fall, and those who plan or supervise that work',
  minutes: 45,
  objectives: [
    'Choose the safest way to do a job at height: from the ground, behind a guardrail, or with fall arrest, in this order',
    'Check ladder, platform, scaffold or harness before use, and take out of use what is damaged',
    'Name the conditions at which the work stops',
    'Explain how a person who hangs in a harness is rescued here, and by whom',
  ],
  lessons: [
    {
      title: 'Can it be done without the fall?',
      text: [
        'Ask three questions in this order. Can the job be done from the ground? If not, can a guardrail, a platform or a scaffold stop the fall? Only if neither works, a harness limits what the fall does. A harness comes last: it works only if the right person clips it to the right point every time.',
        'Fragile roofs and roof lights look solid and are not. Nobody steps on them without boards or a net.',
      ],
      fillIn: [
        'The jobs at height on this site, and how each of them is done',
        'The jobs that need a permit, and who issues it',
        'Fragile surfaces: where they are, and how they are marked',
      ],
      claims: ['The height from which fall protection is required here', 'The rule or standard that requires it'],
    },
    {
      title: 'Check before each use',
      text: [
        'Ladder: feet, rungs, stiles, and the ground under it. Tie it or have it held; keep three points of contact; carry no load that needs both hands.',
        'Scaffold: use it only with a valid tag. Nobody but the scaffolder changes it. Platform: check the ground, the controls on the ground and in the basket, and the gate.',
        'Harness: look at webbing, stitching, buckles and the label with its date. A harness that has held a fall is taken out of use, even if it looks good.',
      ],
      fillIn: [
        'Where ladders, harnesses and platforms are kept, with their numbers',
        'The anchor points that are approved, with a plan or photos',
        'To whom damaged equipment is given',
      ],
      claims: ['The interval at which harnesses and ladders are inspected', 'The load that each anchor point carries'],
    },
    {
      title: 'During the work',
      text: [
        'Stay clipped, also while you move: with two lanyards, one always holds. Know the clear space below you: a fall with a lanyard and its absorber needs several metres.',
        'Secure tools, and close the area below. Stop in wind, rain, ice or lightning, and when somebody enters the area below.',
      ],
      fillIn: [
        'The wind speed at which the work stops, and where it is read',
        'How the area below is closed',
        'How the team keeps contact',
      ],
      claims: ['The clear space that the equipment used here needs below the anchor point'],
    },
    {
      title: 'Rescue',
      text: [
        'A person who hangs still in a harness can lose consciousness within minutes. So the rescue is planned before the work starts, with equipment that is on site and people who have practised. Calling the fire brigade is part of the plan, and not the plan.',
        'Raise the alarm, talk to the person, have them move their legs, and start the rescue as it was practised.',
      ],
      fillIn: [
        'Rescue equipment, and where it is',
        'Who rescues on each shift, and when they last practised',
        'Emergency number, and how the place is described',
      ],
      claims: ['The date of the last rescue exercise'],
    },
  ],
  quiz: [
    {
      question: 'A lamp four metres up has to be changed. What do you ask first?',
      right: 'Whether the job can be done from the ground',
      wrong: ['Which harness fits', 'Who holds the ladder', 'How long it takes'],
      rationale: 'What is done from the ground cannot end in a fall.',
    },
    {
      question: 'Why does a harness come last?',
      right: 'It works only if the right person clips it to the right point every time',
      wrong: ['It is expensive', 'It is uncomfortable', 'It has to be washed'],
      rationale: 'A guardrail protects everybody without their doing anything.',
    },
    {
      question: 'A harness held a fall yesterday and looks undamaged. What happens to it?',
      right: 'It is taken out of use',
      wrong: [
        'It is used for light work',
        'It is used after a look at the stitching',
        'It is used by somebody lighter',
      ],
      rationale: 'Damage inside the webbing cannot be seen.',
    },
    {
      question: 'You have to move along a beam with two lanyards. How?',
      right: 'Move them in turn, so that one always holds',
      wrong: ['Unclip both, and walk quickly', 'Clip both to the tool bag', 'Walk without them if the beam is wide'],
      rationale: 'Most falls happen while people move from one point to the next.',
    },
    {
      question: 'A colleague hangs in the harness and answers you. What do you do?',
      right: 'Raise the alarm, have them move their legs, and start the practised rescue',
      wrong: ['Wait for the fire brigade', 'Cut the lanyard', 'Look for the supervisor'],
      rationale: 'Minutes count: hanging still cuts off the blood from the legs.',
    },
  ],
};
