import type { Family } from '../family.js';

/** Help for a person until the ambulance is there. */
export const FIRST_AID: Family = {
  name: 'first aid',
  about: /\bfirst.?aid\w*|\bcpr\b|\baeds?\b|\bdefibrillat\w*|\bresuscitation\b|\blife support\b|\b(?:bls|acls|als)\b/,
  audience: 'First aiders, and everybody who may be the first beside a person who needs help',
  minutes: 60,
  objectives: [
    'Make sure that the place is safe before you touch anybody',
    'Check in the right order: response, breathing, severe bleeding',
    'Start resuscitation, and use the defibrillator of this site',
    'Help with bleeding, burns, choking and shock until the ambulance takes over',
    'Hand over to the ambulance, record what you did, and replace what you used',
  ],
  lessons: [
    {
      title: 'Safe, then check',
      text: [
        'Stop and look: current, traffic, gas, machines, violence. A helper who is hurt needs help too. Wear gloves.',
        'Speak to the person and touch the shoulder. If there is no answer, call for help aloud, open the airway by tilting the head, and look, listen and feel for normal breathing, for no longer than ten seconds. Single gasps are not breathing.',
        'Have somebody call the emergency number while you start. Say where, what, how many, and stay on the line: the control room tells you what to do.',
      ],
      fillIn: [
        'First aiders on each shift, and how they are called',
        'Emergency number, and how this place is described',
        'First aid boxes and rooms, with a plan',
      ],
      claims: ['The number of first aiders that is needed here', 'How long a first aid certificate is valid'],
    },
    {
      title: 'Not breathing normally: resuscitate',
      text: [
        'Start at once with chest compressions: heel of the hand on the centre of the chest, arms straight, hard and fast, and let the chest rise between them. Change with somebody every two minutes, because nobody does it well for longer. If you have been trained to give breaths, give them; if not, go on with compressions.',
        'Send somebody for the defibrillator. Switch it on and do what it says. It gives no shock to a heart that does not need one. Make sure that nobody touches the person during analysis and shock, then continue at once.',
        'Stop when the person breathes normally, the ambulance takes over, or you have no strength left.',
      ],
      fillIn: [
        'Defibrillators on this site: where, and who checks them',
        'Who meets the ambulance, and at which gate',
        'The next practical exercise with a manikin: compressions are learned by doing them',
      ],
      claims: [
        'The rate and depth of compressions in the guideline that applies here',
        'The ratio of compressions to breaths',
      ],
    },
    {
      title: 'Breathing, but unconscious; bleeding; choking',
      text: [
        'A person who breathes normally and does not respond is turned on the side, so that the airway stays open. Check the breathing every minute. Do not move somebody who may have hurt the spine, unless the place is dangerous or the breathing needs it.',
        'Severe bleeding: press on the wound with a pad, and keep pressing. Lay the person down and keep them warm. What sticks in a wound stays there.',
        'Choking: a person who can cough goes on coughing. If they cannot, give up to five blows between the shoulder blades, then up to five thrusts to the abdomen, in turn. If they lose consciousness, start resuscitation.',
      ],
      fillIn: [
        'Hazards of this site that need more than the box: burns by chemicals, cold, electricity, bites',
        'Special equipment here, such as eye wash, tourniquet or antidote, and who may use it',
      ],
      claims: ['The rule of the company for tourniquets and medicines'],
    },
    {
      title: 'Burns, shock, and handing over',
      text: [
        'Burns: cool with running water that is not ice cold, take off rings and watches, cover loosely, do not break blisters, put nothing on. Chemicals: rinse for long, and read the data sheet aloud to the control room.',
        'Pale, cold, sweating, confused: think of shock. Lay the person down, keep them warm, give nothing to eat or drink, and stay.',
        'Tell the ambulance what happened, what you found, what you did and when. Then record it in confidence, replace what you used, and speak with somebody about it: helping can weigh on you.',
      ],
      fillIn: [
        'The accident record: where, and who may read it',
        'Who refills the box',
        'Who offers support to helpers afterwards',
      ],
      claims: ['The injuries that have to be reported to the authority, and within which time'],
    },
  ],
  quiz: [
    {
      question: 'A colleague lies beside an open switchboard. What is first?',
      right: 'Make sure that the place is safe for you',
      wrong: ['Check the breathing', 'Turn them on the side', 'Pull them away by the hand'],
      rationale: 'Whoever touches a person under current becomes the next one.',
    },
    {
      question: 'The person does not respond, and gasps from time to time. What does that mean?',
      right: 'Not breathing normally: start compressions',
      wrong: ['Breathing: turn on the side', 'Asleep: let them rest', 'Wait for two minutes'],
      rationale: 'Single gasps are not breathing; they are a sign of cardiac arrest.',
    },
    {
      question: 'You were never trained to give breaths. What do you do?',
      right: 'Chest compressions without breaths',
      wrong: ['Nothing until somebody comes', 'Turn the person on the side', 'Look for a first aider yourself'],
      rationale: 'Compressions alone keep blood moving until help is there.',
    },
    {
      question: 'Can the defibrillator harm a person whose heart does not need a shock?',
      right: 'No: it gives no shock to a heart that does not need one',
      wrong: ['Yes, so only a doctor uses it', 'Yes, if the person is old', 'Yes, if switched on too early'],
      rationale: 'It analyses the heart and releases a shock only where one is needed.',
    },
    {
      question: 'A splinter of metal sticks in a thigh. What do you do?',
      right: 'It stays there: press beside it',
      wrong: ['Pull it out, then press', 'Push it until it stops', 'Rinse it with water'],
      rationale: 'What sticks in a wound also closes it.',
    },
    {
      question: 'Somebody chokes and coughs loudly. What is right?',
      right: 'Have them go on coughing',
      wrong: ['Five blows at once', 'Water to drink', 'Lay them down'],
      rationale: 'A strong cough clears the airway better than any blow.',
    },
  ],
};
