import type { Family } from '../family.js';

/** Fire: prevention, alarm, extinguishers, evacuation, and the wardens. */
export const FIRE: Family = {
  name: 'fire',
  about: /\bfire\b(?!.?(?:arms?|fighter))|\b(?:extinguishers?|fire.?wardens?|fire.?marshals?)\b/,
  audience: 'Everybody on site; the last lesson is for fire wardens',
  minutes: 40,
  objectives: [
    'Find and remove what can start a fire, or feed it, at your own place of work',
    'Raise the alarm and leave by the nearest safe exit, without being asked twice',
    'Decide whether to use an extinguisher at all, and choose the right one',
    'Carry out the tasks of a warden: search the area, report it clear, account for people',
  ],
  lessons: [
    {
      title: 'Prevent it',
      text: [
        'A fire needs fuel, air and something hot enough to light it. Take one away and there is no fire. Look for all three where you work: waste, cloths with oil or solvent, dust, cartons near a heater, chargers that run through the night, damaged cables.',
        'A fire door that is wedged open lets smoke into the way out. A blocked exit is found by the people who need it. Both are put right at once, not reported for later.',
      ],
      fillIn: [
        'The places on this site where a fire is most likely, and what prevents it there',
        'Where people smoke, charge batteries and store waste',
        'Work with flames or sparks: who permits it, and who watches afterwards',
      ],
      claims: ['The fire risk assessment of this site, and its date', 'Who is responsible for fire safety here'],
    },
    {
      title: 'Alarm, and out',
      text: [
        'If you discover a fire, raise the alarm first, then warn the people near you. If you hear the alarm, stop, make your work safe if that takes seconds, close doors behind you, and go. Do not look for the reason, and do not fetch anything.',
        'Smoke kills more people than flames. Where there is smoke, stay low and turn back to another exit. Feel a closed door with the back of your hand: if it is hot, leave it shut. Lifts are not used.',
      ],
      fillIn: [
        'The nearest exits and the second way out, with a plan of the area',
        'The call points, and how the alarm sounds here',
        'The assembly point, and who counts people there',
        'The plan for each person who needs help to leave',
      ],
      claims: ['The interval of alarm tests and of evacuation exercises'],
    },
    {
      title: 'Extinguisher: only if all is right',
      text: [
        'Use an extinguisher only if the alarm is raised, the fire is no larger than a waste bin, your way out is behind you, and you have been shown how. If one of these is missing, leave and close the door. One extinguisher lasts for seconds.',
        'The label says for which fires it is made. Water on electrical equipment can give a shock. Water on burning oil or fat throws the fire at you. Metal fires and lithium batteries need what the label or the procedure names for them.',
        'Pull the pin, aim at the base of the flames, squeeze, sweep from side to side. Step back with your eyes on the fire. If it is not out when the extinguisher is empty, go.',
      ],
      fillIn: [
        'The extinguishers near this place of work, and the fires each is for',
        'Who replaces one that was used, even for a moment',
        'What to do with a battery that smokes or swells',
      ],
      claims: [
        'The date of the last inspection of the extinguishers',
        'The types of extinguisher that are provided here',
      ],
    },
    {
      title: 'The warden',
      text: [
        'A warden acts before a fire by walking the area: exits free, doors shut, extinguishers in place, new colleagues shown the way out. In an alarm the warden puts on the vest, searches the area from the far end towards the exit, looks into toilets and stores, closes doors, and leaves with the last person.',
        'A warden asks people to leave and does not argue. Whoever refuses is reported with name and place. At the assembly point the warden reports in one sentence: which area, clear or not, who is missing and where they were last seen. Nobody goes back in to search.',
      ],
      fillIn: [
        'The areas and their wardens on each shift, with deputies',
        'Where vest, list and torch are kept',
        'To whom a warden reports, and who speaks with the fire brigade',
      ],
      claims: ['The number of wardens that is needed on each shift', 'The training that a warden needs, and how often'],
    },
  ],
  quiz: [
    {
      question: 'You see flames behind a machine. What is first?',
      right: 'Raise the alarm',
      wrong: ['Fetch an extinguisher', 'Switch off the machine and look closer', 'Call your supervisor to ask'],
      rationale: 'Others get out only if they know; everything else comes after the alarm.',
    },
    {
      question: 'The alarm sounds, and you see no smoke. What do you do?',
      right: 'Leave, and close doors behind you',
      wrong: ['Wait for an announcement', 'Finish the task first', 'Look for the reason'],
      rationale: 'The reason may be in another part of the building, on your way out.',
    },
    {
      question: 'When may you use an extinguisher?',
      right: 'Alarm raised, fire smaller than a waste bin, way out behind you, and you were shown how',
      wrong: ['Whenever one is at hand', 'When nobody else does anything', 'When the fire is between you and the door'],
      rationale: 'If one of the four is missing, leave and close the door.',
    },
    {
      question: 'Fat burns in a pan. Why is water wrong?',
      right: 'It throws the burning fat at you',
      wrong: ['It cools too slowly', 'It damages the pan', 'It makes the floor slippery'],
      rationale: 'Water turns to steam at once and carries the burning fat with it.',
    },
    {
      question: 'You are a warden, and a colleague refuses to leave. What do you do?',
      right: 'Leave, and report name and place at the assembly point',
      wrong: ['Stay with them', 'Pull them out', 'Say nothing, it is their decision'],
      rationale: 'A warden does not argue; the fire brigade has to know who is where.',
    },
    {
      question: 'A fire door is wedged open because people carry boxes. What is right?',
      right: 'Take the wedge away at once',
      wrong: ['Leave it until the boxes are in', 'Report it next week', 'Put up a sign'],
      rationale: 'An open fire door lets smoke into the way out.',
    },
  ],
};
