import type { Family } from '../family.js';

/** Forklifts and other industrial trucks. */
export const FORKLIFT: Family = {
  name: 'industrial trucks',
  about:
    /\bfork.?(?:lift|truck)s?\b|\b(?:reach|lift|pallet|counterbalance|order.?picker|turret|industrial) ?trucks?\b|\b(?:telehandlers?|telescopic handlers?|order pickers?|pallet jacks?)\b/,
  audience: 'Truck drivers, those who supervise them, and people who work where trucks drive',
  minutes: 50,
  objectives: [
    'Say who may drive which truck here, and refuse everybody else',
    'Carry out the check before the shift, and take a truck with a fault out of use',
    'Read the load plate, and decide whether a load may be lifted and how high',
    'Drive, stack and park so that the truck stays on its wheels and people stay out of its way',
    'Act correctly when the truck tips, a load falls or a person comes near',
  ],
  lessons: [
    {
      title: 'Licence, authorisation, and the check before the shift',
      text: [
        'Two things are needed: training on this kind of truck, and an authorisation by the employer for this site. A licence for a counterbalance truck is none for a reach truck. Nobody lends the key.',
        'Walk around the truck before the first drive: forks, chains, mast, hydraulic leaks, tyres, battery or gas bottle. Then sit: seat belt, horn, lights, steering, service brake, parking brake, lift and tilt. Write it down. A fault in brakes, steering, mast or forks means key out, tag on, and report.',
      ],
      fillIn: [
        'Trucks on this site: make, number, capacity, attachment',
        'The checklist, and where it is kept',
        'Who issues and withdraws authorisations, and who keeps the keys',
      ],
      claims: [
        'The licence that is required for each kind of truck, and how long it is valid',
        'The interval of thorough examinations, and the date of the last one',
      ],
    },
    {
      title: 'Why trucks tip',
      text: [
        'A counterbalance truck is a seesaw on its front axle: the load on one side, the truck on the other. The load plate says how heavy a load may be, with its centre how far from the fork arms, and how high. A long load has its centre further out, so the truck lifts less. An attachment lowers the limit again.',
        'It stands on a triangle between the front wheels and the middle of the rear axle. Turning fast, braking hard, a raised load, a slope taken sideways or a hole under one wheel move the weight out of this triangle, and then it falls within a second.',
        'If it tips, stay in the seat with the belt on, hold the wheel, brace your feet, and lean away from the ground. People who jump are crushed by the roof.',
      ],
      fillIn: [
        'The heaviest and the longest load that is handled here, and with which truck',
        'Slopes, docks and uneven floors on the routes',
      ],
      claims: ['The capacity of each truck at the height of the highest rack, with its attachment'],
    },
    {
      title: 'Driving and stacking',
      text: [
        'Forks a hand above the floor, mast tilted back, and look in the direction of travel. If the load hides the way, drive in reverse, or have a guide. On a slope the load stays uphill. Horn and walking pace at corners and doors. Nobody rides along, stands under raised forks, or is lifted on a pallet.',
        'Before lifting: look at the pallet, the weight and the rack plate. Fork arms as wide as the pallet allows, fully in, lift a little, tilt back, look up, lift. Put down square, lower fully, look behind you, and only then drive out.',
        'Before a lorry is entered, its wheels are chocked or the dock lock is shut, and the driver is out of the cab.',
      ],
      fillIn: [
        'Routes, one-way areas, speed, crossings, and places where pedestrians have priority',
        'How lorries are held at the dock, and where their drivers wait',
        'What is never lifted here: loose loads, people, two pallets in one',
      ],
      claims: ['The speed limit on this site', 'The load that each bay of the racks carries'],
    },
    {
      title: 'People, parking, charging',
      text: [
        'Most people whom trucks hurt were on foot. If somebody comes within reach of truck or load, stop, make eye contact, and wait until they are clear. Pedestrians use their own way, and never walk behind a reversing truck.',
        'Park on level ground, forks flat on the floor, mast upright, parking brake on, key out, and never in front of an exit, an extinguisher or a switchboard.',
        'Batteries give off hydrogen while they charge: no flames, the cover open, charger off before the plug is pulled. Gas bottles are changed outside or where the procedure says.',
      ],
      fillIn: [
        'Where trucks park and charge, and the protective equipment for it',
        'What to do after a collision with a rack, even one without visible damage',
        'Whom to call after an accident',
      ],
      claims: ['The minimum distance between a working truck and people on foot'],
    },
  ],
  quiz: [
    {
      question: 'The truck begins to tip. What do you do?',
      right: 'Stay in the seat, hold on, and lean away from the ground',
      wrong: ['Jump to the open side', 'Brake and open the belt', 'Steer against it and accelerate'],
      rationale: 'People who jump are crushed by the roof; the belt and the cab protect.',
    },
    {
      question: 'A load is as heavy as the plate allows, but twice as long as usual. What follows?',
      right: 'Its centre is further out, so the truck may lift less',
      wrong: ['Nothing: weight is weight', 'It may be lifted, but not high', 'It needs a second driver'],
      rationale: 'The plate gives the weight for a certain distance from the fork arms to the centre of the load.',
    },
    {
      question: 'You drive down a slope with a load. Where is the load?',
      right: 'Uphill, so you drive down in reverse',
      wrong: ['Downhill, so that you see the way', 'To the side', 'It does not matter on short slopes'],
      rationale: 'A load on the downhill side moves the weight out over the front axle.',
    },
    {
      question: 'A colleague wants to be lifted on a pallet to change a lamp. What is right?',
      right: 'Refuse: nobody is lifted on a pallet',
      wrong: ['Lift, if they hold on', 'Lift, if the pallet is new', 'Lift, but not higher than two metres'],
      rationale: 'A pallet slips or breaks; there is equipment made for lifting people.',
    },
    {
      question: 'How do you leave the truck?',
      right: 'Forks on the floor, brake on, key out, exits free',
      wrong: [
        'Forks at eye level, so that they are seen',
        'Engine on, for a short break',
        'Mast tilted forward, key in',
      ],
      rationale: 'Raised forks hurt people, and a key invites those who are not authorised.',
    },
    {
      question: 'Before you enter a lorry, what do you make sure of?',
      right: 'It is chocked or locked to the dock, and its driver is out of the cab',
      wrong: ['Its engine is warm', 'The load is listed', 'The dock light is green, nothing more'],
      rationale: 'A lorry that leaves or creeps away while the truck is inside drops the truck from the dock.',
    },
  ],
};
