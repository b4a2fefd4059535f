import type { Family } from '../family.js';

/** X-rays, sealed sources and scanners. */
export const RADIATION: Family = {
  name: 'radiation',
  about: /\b(radiation|radiograph\w*|x.?rays?|radioactiv\w*|sealed sources?|dosimet\w*|rps|rpa|ionising|ionizing)\b/,
  audience: 'Operators of the source, their supervisors, and everybody who works near it',
  minutes: 40,
  objectives: [
    'Name the sources on this site, and the area around each that is controlled',
    'Use time, distance and shielding to keep your dose low',
    'Wear your dosemeter rightly, and hand it in on time',
    'Act when an alarm sounds, an interlock fails or a source may be damaged',
  ],
  lessons: [
    {
      title: 'Sources and controlled areas',
      text: [
        'An X-ray tube gives radiation only while it is on. A sealed source gives it all the time, also when nobody uses the device. You cannot feel or smell either: signs, lamps and meters tell you.',
        'Inside a controlled area the local rules apply. You enter only if you are named in them or with somebody who is.',
      ],
      fillIn: [
        'The sources: device, place, X-ray tube or sealed source',
        'The controlled areas, with a plan',
        'Who is named in the local rules',
      ],
      claims: [
        'The local rules and their current version',
        'The name of the radiation protection supervisor, and of the adviser',
      ],
    },
    {
      title: 'Time, distance, shielding',
      text: [
        'Be near the source for as short a time as the task needs. Double the distance, and the dose falls to a quarter. Stay behind the shielding while the source is on.',
        'Before each use check warning lamp, interlock and emergency stop. If one of them fails, the device stays off. Nobody bridges an interlock.',
      ],
      fillIn: [
        'The checks before use, with the form',
        'Where the emergency stops are',
        'How it is made sure that nobody is in the beam',
      ],
      claims: [
        'The dose rate at the edge of the controlled area',
        'The interval at which interlocks and shielding are tested',
      ],
    },
    {
      title: 'Dosemeters, pregnancy and health',
      text: [
        'Wear your own dosemeter on the trunk, under an apron if you wear one, and never lend it. Keep it away from the source when you do not wear it, or it shows a dose that nobody had.',
        'Tell the supervisor early if you are pregnant: the work is then planned so that the child is protected.',
      ],
      fillIn: [
        'Where dosemeters are kept, and when they are changed',
        'Who reads the results and tells you yours',
        'Whom to tell about a pregnancy',
      ],
      claims: ['The dose limits, and the lower investigation level of this site'],
    },
    {
      title: 'When something is wrong',
      text: [
        'Switch off or leave, keep others away, and call the radiation protection supervisor. Do not touch a source that may be damaged or has come out of its shield, and do not search for one that is missing.',
        'Write down who was near, where they stood and for how long. From this the dose is worked out.',
      ],
      fillIn: [
        'Whom to call, day and night',
        'The contingency plan for each source',
        'Where people wait until they are released',
      ],
      claims: ['The events that have to be reported to the authority, and within which time'],
    },
  ],
  quiz: [
    {
      question: 'You step back from one metre to two metres. What happens to the dose rate?',
      right: 'It falls to about a quarter',
      wrong: ['It falls to half', 'It stays the same', 'It falls to zero'],
      rationale: 'Double the distance, a quarter of the dose.',
    },
    {
      question: 'The warning lamp does not light in the check before use. What is right?',
      right: 'The device stays off, and the supervisor is called',
      wrong: ['Use it, and shout a warning', 'Use it for the rest of the shift', 'Bridge the interlock of the lamp'],
      rationale: 'Without lamp or interlock somebody can be in the beam unnoticed.',
    },
    {
      question: 'A colleague has forgotten their dosemeter and asks for yours. What do you say?',
      right: 'No: wear your own, and never lend it',
      wrong: ['Yes, for one task', 'Yes, if you write it down', 'Yes, if you are not working'],
      rationale: 'Its reading is the dose of one person.',
    },
    {
      question: 'A source may have come out of its shield. What do you do?',
      right: 'Leave, keep others away, and call the radiation protection supervisor',
      wrong: ['Put it back with pliers', 'Cover it with a jacket', 'Look for it with the others'],
      rationale: 'Near an open source seconds can be too long.',
    },
  ],
};
