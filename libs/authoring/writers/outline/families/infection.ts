import type { Family } from '../family.js';

/** Infection prevention where people are cared for. */
export const INFECTION: Family = {
  name: 'infection prevention',
  about:
    /\b(infection\w*|mrsa|norovirus|aseptic\w*|barrier nursing|standard precautions|sharps?|needle\W?stick\w*|blood\W?borne)\b/,
  audience: 'Staff who touch people in care, their surroundings, used equipment or waste',
  minutes: 40,
  objectives: [
    'Say how germs get from one person to the next, and where you break the chain',
    'Clean your hands at the right moments, and in the right way',
    'Choose gloves, apron, mask and eye protection by the task, and take them off safely',
    'Handle sharps, linen, waste and spills, and act at once after an exposure',
  ],
  lessons: [
    {
      title: 'The chain of infection',
      text: [
        'Germs need a source, a way out, a way to travel, a way in, and a person who can fall ill. They travel by hands, by surfaces and equipment, by droplets and by air. Break one link, and nobody is infected.',
        'You cannot see who carries a germ. So the standard precautions apply to every person, each time, and not only when a result is known. Extra precautions are added when a sign or a test calls for them.',
      ],
      fillIn: [
        'The infections that matter here, each with its way of travel',
        'Who decides about extra precautions, and how the room is marked',
        'When staff with symptoms stay away, and to whom they report',
      ],
      claims: [
        'The infection prevention policy and its version',
        'How long staff stay away after vomiting or diarrhoea',
      ],
    },
    {
      title: 'Hands: five moments',
      text: [
        'The World Health Organization names five moments: before touching a person, before a clean or aseptic task, after contact with body fluids, after touching a person, and after touching what is around them. Gloves do not replace any of them.',
        'Hand rub works on clean hands: cover palms, backs, between the fingers, thumbs and fingertips, and rub until dry. Use soap and water when hands are visibly dirty, and after contact with a person who has diarrhoea. Sleeves end above the elbow; rings, watches and long nails keep germs where the rub does not reach.',
      ],
      fillIn: [
        'Where hand rub, soap and towels are',
        'Rules for rings, nails and sleeves',
        'How hand hygiene is observed, and who gets the result',
      ],
      claims: ['The product for hand rub and its contact time'],
    },
    {
      title: 'Protection for the task',
      text: [
        'Ask what can touch you. Body fluids on the hands: gloves. Splashes on the clothes: an apron or a gown. Splashes to the face: a mask and eye protection. Germs in the air: a respirator that was fitted to you.',
        'Most people infect themselves while they undress. Take gloves off first, then apron or gown, then eye protection, and the mask last, by its straps. Clean your hands after gloves and again at the end. Protection is for one person and one task.',
      ],
      fillIn: [
        'What is worn for each task here',
        'Where it is put on and taken off',
        'Who is fit-tested, and for which respirator',
      ],
      claims: [
        'The protection that the policy requires for each task',
        'The order of taking off, as the policy draws it',
      ],
    },
    {
      title: 'Sharps, surfaces, linen and waste',
      text: [
        'The person who uses a sharp puts it into the container at once, at the point of use. A needle is not put back into its cap. The container is closed when it is filled to the line.',
        'Shared equipment is cleaned between two persons. Used linen is carried away from the body and goes into the bag beside the bed. A spill is covered, taken up with gloves, and the surface is disinfected for the whole contact time.',
      ],
      fillIn: [
        'The cleaning plan: what, with what, how often, by whom',
        'Bags and containers: colours, and where they are collected',
        'The spill kit, and where it is',
      ],
      claims: ['The disinfectant, its strength and its contact time', 'The colour code for linen and waste'],
    },
    {
      title: 'After an exposure',
      text: [
        'After a prick or a cut: let it bleed, wash with soap and running water, cover it. After a splash to eyes or mouth: rinse with plenty of water. Then report at once. Treatment depends on hours, not on days.',
        'Report signs of an outbreak too: two or more people with the same symptoms. Early measures keep it small.',
      ],
      fillIn: [
        'Whom to call after an exposure, day and night',
        'What is recorded about the source',
        'Who is told about a suspected outbreak',
      ],
      claims: ['The time within which treatment after an exposure has to start'],
    },
  ],
  quiz: [
    {
      question: 'You wore gloves while you touched a person. What comes next?',
      right: 'Take the gloves off and clean your hands',
      wrong: ['Clean the gloves with hand rub', 'Keep them on for the next person', 'Nothing: gloves were worn'],
      rationale: 'Gloves do not replace a moment of hand hygiene, and they are for one person.',
    },
    {
      question: 'To whom do the standard precautions apply?',
      right: 'To every person, each time',
      wrong: ['To people with a positive test', 'To people with a fever', 'To people in single rooms'],
      rationale: 'You cannot see who carries a germ.',
    },
    {
      question: 'Where does a used needle go?',
      right: 'Into the container at once, at the point of use',
      wrong: ['Back into its cap', 'Onto the tray, until the end', 'Into the bag with the waste'],
      rationale: 'Most injuries happen between use and disposal.',
    },
    {
      question: 'You care for a person who has diarrhoea. How do you clean your hands afterwards?',
      right: 'With soap and water',
      wrong: ['With hand rub only', 'Not at all, if gloves were worn', 'With a wet towel'],
      rationale: 'Some germs of the gut survive hand rub.',
    },
    {
      question: 'You pricked yourself with a used needle. What is right?',
      right: 'Wash with soap and running water, and report at once',
      wrong: ['Wait for symptoms', 'Put on a plaster and carry on', 'Report it at the end of the week'],
      rationale: 'Treatment after an exposure depends on hours.',
    },
  ],
};
