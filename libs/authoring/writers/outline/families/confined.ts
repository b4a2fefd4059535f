import type { Family } from '../family.js';

/** Tanks, pits, silos, sewers: places where the air can kill. */
export const CONFINED_SPACE: Family = {
  name: 'confined space',
  about: /\b(confined spaces?|tank entry|vessel entry|manholes?|silos?|sewers?|permit.required space|space entry)\b/,
  audience: 'Everybody who enters confined spaces, stands by outside, or issues the permit',
  minutes: 50,
  objectives: [
    'Recognise a confined space, and say who may enter it and with which permit',
    'Test the air in the right order, before and during the entry',
    'Do the work of the attendant outside, who stays, keeps contact and never goes in',
    'Start the rescue without becoming the second victim',
  ],
  lessons: [
    {
      title: 'What makes the space dangerous',
      text: [
        'A confined space is enclosed enough for its air, or what flows into it, to kill: tanks, pits, silos, ducts, sewers. The danger is often invisible. Too little oxygen has no smell and gives no warning.',
        'First ask whether the job can be done from outside. Nobody enters because it is quicker.',
      ],
      fillIn: [
        'The confined spaces on this site, each with its number and its hazards',
        'What can flow in or start: pipes, stirrers, conveyors, and where each is isolated',
        'The jobs that are done from outside',
      ],
      claims: ['The rule or standard for entry that applies here', 'The list of confined spaces and its date'],
    },
    {
      title: 'Permit, isolation and air',
      text: [
        'No permit, no entry. Before it is issued, everything that can flow in or move is isolated, locked and proved, and the space is emptied and ventilated.',
        'Test from outside, at the top, in the middle and at the bottom, because gases settle in layers. Test in this order: oxygen, flammable gas, toxic gas. Test again after every break, and keep the meter running on the person inside.',
      ],
      fillIn: [
        'Who issues the permit, who accepts it, and for how long it is valid',
        'The gas meter: where it is, who may use it, when it was last bump tested',
        'The ventilation that is used, and for how long before entry',
      ],
      claims: ['The limits for oxygen, flammable and toxic gas at which entry is allowed'],
    },
    {
      title: 'The attendant outside',
      text: [
        'The attendant stays at the opening as long as anybody is inside, does no other work, knows who is in, and keeps contact all the time. The attendant orders everybody out when the meter alarms, contact is lost, or conditions change.',
        'The attendant never goes in. Many of those who died in confined spaces had gone in to help.',
      ],
      fillIn: [
        'How contact is kept: voice, radio, line',
        'How people are signed in and out',
        'Who relieves the attendant',
      ],
      claims: ['The training that an attendant needs here'],
    },
    {
      title: 'Rescue',
      text: [
        'Plan the rescue before the entry: a winch and a line that bring the person out from outside come first. Only trained rescuers with breathing apparatus enter, and never alone.',
        'When somebody collapses: raise the alarm, use the winch, give air by ventilation, and keep everybody else out.',
      ],
      fillIn: [
        'Winch, harness and breathing apparatus: where they are',
        'Who rescues on each shift',
        'Emergency number and the way to the space',
      ],
      claims: ['The date of the last rescue exercise at such a space'],
    },
  ],
  quiz: [
    {
      question: 'In which order is the air tested?',
      right: 'Oxygen, flammable gas, toxic gas',
      wrong: ['Toxic gas, oxygen, flammable gas', 'Only the gas that was stored there', 'Any order'],
      rationale: 'Without enough oxygen a meter for flammable gas may read wrong.',
    },
    {
      question: 'Where is it tested?',
      right: 'At the top, in the middle and at the bottom, from outside',
      wrong: ['At the opening only', 'Inside, by the first person', 'Where it smells'],
      rationale: 'Gases settle in layers, and nobody enters untested air.',
    },
    {
      question: 'The person inside collapses. What does the attendant do?',
      right: 'Raise the alarm, use the winch, and keep everybody else out',
      wrong: ['Go in with a wet cloth', 'Climb in, if it is not deep', 'Leave to look for help'],
      rationale: 'Whatever made the first person collapse does the same to the next.',
    },
    {
      question: 'Another team needs the attendant for five minutes. What is right?',
      right: 'The attendant stays, or everybody comes out first',
      wrong: ['Five minutes are fine', 'The radio replaces the attendant', 'The person inside decides'],
      rationale: 'The attendant stays at the opening as long as anybody is inside.',
    },
  ],
};
