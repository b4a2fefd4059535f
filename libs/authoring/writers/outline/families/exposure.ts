import type { Family } from '../family.js';

/** Evacuation, spills and other emergencies. */
export const EMERGENCY: Family = {
  name: 'emergency',
  about: /\b(evacuat\w*|emergenc\w*|warden|marshal|spill\w*|rescue)\b/,
  audience: 'Everybody on site, and those who have a role in an emergency',
  minutes: 30,
  objectives: [
    'Raise the alarm, and say what the caller has to report',
    'Protect yourself first, and then help within your training',
    'Find exits, assembly point and equipment at your place of work',
    'Name your role in {topic}, and whom you report to',
  ],
  lessons: [
    {
      title: 'Alarm',
      text: [
        'Raise the alarm first, then act: help that nobody called does not come. Say where it is, what has happened, how many people are concerned and who is calling, and wait for questions.',
      ],
      fillIn: [
        'How the alarm is raised here, and what it sounds like',
        'Emergency numbers, inside and outside',
        'How the site and its entrances are described to the services',
      ],
      claims: ['The emergency number and the place that answers it'],
    },
    {
      title: 'First actions',
      text: [
        'Look for danger to yourself before you help: fire, traffic, electricity, gas, violence. Do only what you were trained to do, and leave when your way out is in danger.',
      ],
      fillIn: [
        'Equipment near this place of work: where it is, what it is for, when it was inspected',
        'What people without a role do',
        'What is switched off or closed, and by whom',
      ],
      claims: ['The equipment that is provided for {topic}, and its inspection interval'],
    },
    {
      title: 'Evacuation, handover, and after',
      text: [
        'Leave by the nearest safe exit, not by a lift, and go to the assembly point. Nobody goes back until the person in charge says so. Report who is missing and where they were last seen.',
        'Hand over to the services what you know, then record what happened. Used equipment is replaced before work goes on.',
      ],
      fillIn: [
        'Exits and assembly point, with a plan',
        'Help for people who cannot use the stairs',
        'Who counts, and how visitors are included',
        'The date of the last exercise, and what it showed',
      ],
      claims: ['The interval of exercises', 'The number of trained people that is required for each shift'],
    },
  ],
  quiz: [
    {
      question: 'You discover an emergency. What is first?',
      right: 'Raise the alarm',
      wrong: ['Collect your things', 'Look for the cause', 'Finish what you are doing'],
      rationale: 'Help that nobody called does not come.',
    },
    {
      question: 'A person lies on the ground. What do you check before you go to them?',
      right: 'Danger to yourself, such as fire, traffic, electricity or gas',
      wrong: ['Who they are', 'Whether they work here', 'Whether somebody else saw it'],
      rationale: 'A helper who is hurt cannot help.',
    },
    {
      question: 'You are at the assembly point and have left your keys inside. What do you do?',
      right: 'Stay until the person in charge says that you may go back',
      wrong: ['Fetch them quickly', 'Fetch them, if you see no smoke', 'Send somebody else'],
      rationale: 'The building may be unsafe, and you would be counted as missing.',
    },
    {
      question: 'What does a caller report?',
      right: 'Where, what, how many people, who is calling, and then waits for questions',
      wrong: ['Only the address', 'Who is to blame', 'Their name, and hangs up'],
      rationale: 'The answer decides what is sent and where.',
    },
  ],
};

/** Chemicals, dusts, gases, radiation and noise. */
export const SUBSTANCES: Family = {
  name: 'substances',
  about:
    /\b(chemical\w*|hazardous|substance\w*|coshh|ghs|sds|asbestos|silica|lead|gas(es)?|solvent\w*|acid\w*|dust|radiation|laser\w*|ammonia|chlorine|hydrogen|h2s|benzene|isocyanate\w*|pesticide\w*|respirat\w*|ppe|noise|hearing|dangerous goods|hazmat|hazwoper)\b/,
  audience: 'Everybody who works with the hazard or near it',
  minutes: 35,
  objectives: [
    'Identify the hazard from label, safety data sheet or sign',
    'Say how it can reach and harm you, and which control prevents that',
    'Use, store and dispose of it as the instructions say',
    'Act correctly after a release or an exposure',
  ],
  lessons: [
    {
      title: 'Know what it is',
      text: [
        'Label and safety data sheet say what a product can do: pictogram, signal word, hazard statements. "Danger" is stronger than "Warning". A flame means that it burns, a corroded hand that it destroys skin and eyes, a skull that little of it kills, a star on a chest that it harms you over years, and a dead fish that it must not reach a drain.',
        'The safety data sheet has sixteen sections. Section 2 names the hazards, 4 first aid, 5 fire, 6 what to do after a release, 7 handling and storage, and 8 the limits and the protection. Read 2, 7 and 8 before the first use.',
        'What has no label is not used. Whoever fills a product into another container labels that container at once, and never takes one that is made for food or drink.',
      ],
      fillIn: [
        'The products or sources on this site, with their use',
        'Where the safety data sheets are',
        'Who decides about a new product',
      ],
      claims: ['The hazards of each product, by its safety data sheet', 'The exposure limits that apply'],
    },
    {
      title: 'Controls',
      text: [
        'A substance reaches you through the lungs, the skin, the eyes or the mouth. For each way there is a control. The order is: do without it, use something less harmful, enclose it, extract it at its source, limit time and people, and last protective equipment.',
        'Protective equipment works only if it is the right type, fits and is undamaged. A glove for one solvent lets another one through within minutes; a dust mask stops no gas. Check the extraction before you open the container: a strip of paper shows whether it draws.',
      ],
      fillIn: [
        'The controls for each task, and how one sees that they work',
        'Protective equipment: type, where it is, when it is replaced',
        'Measurements or health surveillance, and who arranges them',
      ],
      claims: ['The type of glove, filter or protector for each task', 'Whether health surveillance is required'],
    },
    {
      title: 'Use, storage and waste',
      text: [
        'Keep acids away from alkalis and from bleach, oxidisers away from what burns, and everything away from drains. When a strong acid is diluted, it goes slowly into the water, not the other way round.',
        'Take only the amount that the task needs. Close containers after use, keep apart what reacts with each other, and wash before breaks. Do not eat, drink or smoke where the hazard is handled.',
      ],
      fillIn: [
        'Where it is stored, how much at most, and what may not stand beside it',
        'How waste is collected and marked',
      ],
      claims: ['The quantities that may be kept at the place of work'],
    },
    {
      title: 'Release and exposure',
      text: [
        'Warn others, leave the area, close it, and report. Clean up only what you are trained and equipped for. After contact, follow section 4 of the safety data sheet, and take the sheet along to the doctor.',
      ],
      fillIn: [
        'Spill equipment, showers and eye washes: where they are',
        'Whom to call',
        'Who decides that the area is safe again',
      ],
      claims: ['First aid after contact, by the safety data sheet'],
    },
  ],
  quiz: [
    {
      question: 'Which section of the safety data sheet names the limits and the protection?',
      right: 'Section 8',
      wrong: ['Section 1', 'Section 4', 'Section 16'],
      rationale: 'Section 4 is first aid, and section 1 says who makes the product.',
    },
    {
      question: 'You fill a cleaner into a smaller bottle. What is right?',
      right: 'Label that bottle at once',
      wrong: ['Write it on a piece of paper beside it', 'Use an empty drinking bottle', 'Label it when there is time'],
      rationale: 'The next person sees only the bottle.',
    },
    {
      question: 'You find a container without a label. What do you do?',
      right: 'Do not use it, and report it',
      wrong: ['Smell it to find out', 'Use it for cleaning', 'Empty it into the drain'],
      rationale: 'Without a label neither the hazard nor the control is known.',
    },
    {
      question: 'Which control comes last?',
      right: 'Protective equipment',
      wrong: ['Enclosure', 'Extraction at the source', 'A less harmful product'],
      rationale: 'It protects one person only, and only if it fits and is used correctly.',
    },
    {
      question: 'Where do you find what to do after contact with a product?',
      right: 'In section 4 of its safety data sheet',
      wrong: ['On the invoice', 'In the catalogue of the supplier', 'On the label of a similar product'],
      rationale: 'Section 4 of a safety data sheet is about first aid.',
    },
    {
      question: 'There is a release that you are not trained to clean up. What is right?',
      right: 'Warn others, leave, close the area and report',
      wrong: ['Try to stop it with what is at hand', 'Open the windows and carry on', 'Wait whether it gets worse'],
      rationale: 'Untrained people are exposed, and may make the release larger.',
    },
  ],
};
