import type { Family } from '../family.js';

/** Drones that a person flies from the ground. */
export const DRONES: Family = {
  name: 'drones',
  about: /\b(drones?|uas|uav|rpas|unmanned aircraft|quadcopters?)\b/,
  audience: 'Pilots, observers, and those who order or supervise flights',
  minutes: 40,
  objectives: [
    'Say who may fly which drone here, and what must be approved before a flight',
    'Plan a flight: airspace, weather, people on the ground, a place to land',
    'Check aircraft, batteries and controller before take-off, and stop where a check fails',
    'Act on a lost link, a low battery, people in the area or another aircraft',
  ],
  lessons: [
    {
      title: 'Who may fly, and where',
      text: [
        'A pilot flies only a type that they are trained and authorised for, with the registration and insurance that the flight needs. The site must agree as well as the airspace: both are checked for every flight, because both change.',
      ],
      fillIn: [
        'The drones, with number and weight, and the pilots of each',
        'Who approves a flight on this site',
        'Where airspace is looked up, and who is called nearby (airfield, heliport, prison)',
      ],
      claims: [
        'The pilot’s certificate that these flights require',
        'The height and distance limits that apply here',
        'The registration and insurance of each drone',
      ],
    },
    {
      title: 'Plan the flight',
      text: [
        'Write down: purpose, area, height, take-off and landing place, a second place to land, and what you do if the link is lost. Walk the area and look for wires, masts, cranes and birds.',
        'Keep people out of the area below. If you cannot, you do not fly. Film only what the job needs, and tell people who can be seen.',
      ],
      fillIn: [
        'The form or app for flight plans',
        'Obstacles and no-fly areas of this site',
        'What is done with pictures of people',
      ],
      claims: [
        'The wind and rain limits in the manual of each drone',
        'The minimum distance to people who are not involved',
      ],
    },
    {
      title: 'Before take-off and in the air',
      text: [
        'Check propellers, frame, battery, controller, compass and the height for return to home: it must clear the highest obstacle. If a check fails, the drone stays on the ground.',
        'The pilot keeps the drone in sight and does nothing else. An observer watches the sky and the ground and says stop. Land while a reserve is left in the battery.',
      ],
      fillIn: [
        'The checklist, and where it is kept',
        'The words between pilot and observer',
        'The reserve at which you land',
      ],
      claims: ['The battery reserve that the manual requires'],
    },
    {
      title: 'When something goes wrong',
      text: [
        'Other aircraft come first: go down and land. If the link is lost, tell everybody, watch the drone, and let it return as planned. If people enter the area, hold away from them or land.',
        'After a crash keep people away: propellers cut and a damaged battery can burn. Report it, also where nothing was damaged.',
      ],
      fillIn: [
        'Whom to call, on site and at the authority',
        'What is used on a burning battery',
        'How damaged batteries are stored',
      ],
      claims: ['The events that have to be reported, to whom and within which time'],
    },
  ],
  quiz: [
    {
      question: 'You flew here last week. What do you check before today’s flight?',
      right: 'Airspace and the agreement of the site, as before every flight',
      wrong: ['Nothing, the area is known', 'Only the weather', 'Only the battery'],
      rationale: 'Both can change from one day to the next.',
    },
    {
      question: 'People cannot be kept out of the area below. What is right?',
      right: 'You do not fly',
      wrong: ['Fly higher', 'Fly faster', 'Fly, and have the observer shout'],
      rationale: 'A failed motor brings the drone down on whoever is below.',
    },
    {
      question: 'How is the height for return to home chosen?',
      right: 'It must clear the highest obstacle',
      wrong: ['As low as possible, to save battery', 'As the maker set it', 'At the height of the pilot'],
      rationale: 'The drone flies straight back and does not see a mast.',
    },
    {
      question: 'A helicopter comes near. What do you do?',
      right: 'Go down and land',
      wrong: ['Hover and wait', 'Film it as proof', 'Climb, to be seen'],
      rationale: 'Other aircraft come first.',
    },
  ],
};
