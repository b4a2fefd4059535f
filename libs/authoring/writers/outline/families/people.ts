import type { Family } from '../family.js';

/** Food and product hygiene. */
export const HYGIENE: Family = {
  name: 'hygiene',
  about:
    /\b(food|haccp|hygien\w*|allergen\w*|kitchen|gmp|cgmp|clean ?room|contaminat\w*|pest|sanitat\w*|listeria|salmonella|brc|iso 22000)\b/,
  audience: 'Everybody who handles products or works where they are made',
  minutes: 30,
  objectives: [
    'Name the hazards of {topic}: biological, chemical, physical, allergens',
    'Follow the rules of personal hygiene and of the zones',
    'Monitor the points that are critical here, and record what was measured',
    'Act correctly when a limit is not met or a product may be affected',
  ],
  lessons: [
    {
      title: 'Hazards and people',
      text: [
        'People bring most contamination with them. Hands are washed before work, after breaks, after the toilet and after touching waste or raw products. Whoever has diarrhoea, vomiting, infected wounds or a fever reports it before starting work.',
      ],
      fillIn: [
        'Clothing, jewellery and wound cover in each zone',
        'To whom illness is reported, and who decides about the return',
        'Ways between zones',
      ],
      claims: ['The illnesses that have to be reported', 'The allergens that are handled here'],
    },
    {
      title: 'Critical points and records',
      text: [
        'At a critical point a measured value decides whether the product is safe. The value is measured as planned and recorded at once: a value from memory is no record.',
      ],
      fillIn: [
        'The critical points with limit, method, frequency and form',
        'Instruments, and how they are verified',
        'Cleaning plan: what, with what, how often, who checks',
      ],
      claims: ['The limit of each critical point', 'The cleaning products, their concentration and contact time'],
    },
    {
      title: 'When a limit is not met',
      text: [
        'Stop, separate and mark what may be affected, report, and record. The person responsible decides whether it is reworked, released or destroyed. Nobody dilutes, mixes or relabels it meanwhile.',
      ],
      fillIn: ['Who decides about blocked products', 'Where they are kept', 'How far back products are checked'],
      claims: ['The corrective action for each critical point'],
    },
  ],
  quiz: [
    {
      question: 'You had diarrhoea during the night. What do you do?',
      right: 'Report it before you start work',
      wrong: ['Work, and wash your hands more often', 'Work in another zone', 'Report it if it comes back'],
      rationale: 'The responsible person decides whether you may work with products.',
    },
    {
      question: 'A measured value is outside its limit. What is right?',
      right: 'Separate and mark the product, report and record',
      wrong: ['Measure until it fits', 'Mix it with good product', 'Record the limit instead'],
      rationale: 'The product may be unsafe; only the person responsible releases it.',
    },
    {
      question: 'When is a value recorded?',
      right: 'At once, as it was measured',
      wrong: ['At the end of the shift', 'When the auditor asks', 'Only if it is outside the limit'],
      rationale: 'A value from memory is no record.',
    },
    {
      question: 'When are hands washed?',
      right: 'Before work, after breaks, after the toilet, and after waste or raw products',
      wrong: ['Once a shift', 'Only if they look dirty', 'Only in place of gloves'],
      rationale: 'Hands carry contamination that is not visible.',
    },
  ],
};

/** Care of patients, residents and children. */
export const CARE: Family = {
  name: 'care',
  about:
    /\b(patient\w*|resident\w*|medicat\w*|infection|blood\w*|needle\w*|sharps?|safeguard\w*|dementia|nurs\w*|clinical|care|sepsis|consent|hand hygiene|child protection)\b/,
  audience: 'Staff with contact to the people in care',
  minutes: 35,
  objectives: [
    'Name the policy that governs {topic}, and your responsibility in it',
    'Carry out the task as the policy describes, within your competence',
    'Protect the dignity, consent and data of the person in care',
    'Escalate and document what you observe',
  ],
  lessons: [
    {
      title: 'Policy and responsibility',
      text: [
        'Staff act within their competence and within the policy. Who has not been assessed as competent for a task does not do it alone, whatever the staffing is.',
      ],
      fillIn: [
        'The policy, and where its current version is',
        'Who assesses competence, and how often',
        'Tasks that need a second person',
      ],
      claims: ['The policy for {topic} and its version', 'The competence assessment that is required'],
    },
    {
      title: 'The task',
      text: [
        'Identify the person, explain what you are about to do, and have their consent, or act as the policy says where they cannot give it. Hand hygiene comes before and after contact.',
      ],
      fillIn: [
        'The steps, with the points at which one stops',
        'Equipment, and how it is checked, cleaned and disposed of',
        'Signs that the condition of the person gets worse',
      ],
      claims: ['The clinical limits at which the task is not done, or is escalated'],
    },
    {
      title: 'Escalate and document',
      text: [
        'A concern is escalated at once and in plain words: what you see, what you did, what you need. It is documented where the next person looks, the same shift, by who observed it.',
        'An error or a near miss is reported, so that it can be prevented. After contact with blood: first aid, report, and occupational health without delay.',
      ],
      fillIn: [
        'Whom to call, day and night',
        'Forms and systems for documentation and incidents',
        'How families are informed',
      ],
      claims: ['The time within which an incident has to be reported'],
    },
  ],
  quiz: [
    {
      question: 'You are asked to do a task for which you have not been assessed. What is right?',
      right: 'Say so, and do it only with a competent person',
      wrong: ['Do it, because staff are short', 'Do it, if you have watched it', 'Do it, and document it later'],
      rationale: 'Staff act within their assessed competence.',
    },
    {
      question: 'When does hand hygiene take place?',
      right: 'Before and after contact',
      wrong: ['After contact only', 'Only without gloves', 'At the start of the shift'],
      rationale: 'It protects the person in care, and then you and the next person.',
    },
    {
      question: 'You notice that a person’s condition gets worse. What do you do?',
      right: 'Escalate at once, and document it',
      wrong: ['Wait for the next round', 'Tell the next shift', 'Ask the family'],
      rationale: 'Delay is the most frequent cause of avoidable harm.',
    },
    {
      question: 'You pricked yourself with a used needle. What is right?',
      right: 'First aid, report, and occupational health without delay',
      wrong: ['Wait for symptoms', 'Put on a plaster and carry on', 'Report it at the end of the week'],
      rationale: 'Treatment after exposure depends on time.',
    },
  ],
};

/** Conduct, data and security. */
export const CONDUCT: Family = {
  name: 'conduct',
  about:
    /\b(privacy|gdpr|data protection|confidential\w*|security|cyber\w*|phishing|password\w*|bribery|corruption|fraud|harass\w*|discriminat\w*|diversity|code of conduct|ethic\w*|whistle\w*|compliance|money laundering|aml|sanctions|modern slavery|policy)\b/,
  audience: 'All staff, and those who act for the company',
  minutes: 25,
  objectives: [
    'Say what the company’s policy on {topic} asks of you',
    'Recognise situations in which it applies to your work',
    'Name whom to ask before you act, and where to report',
    'Say what protects a person who reports in good faith',
  ],
  lessons: [
    {
      title: 'What the policy asks',
      text: [
        'The policy applies to everybody, also where a customer, a supplier or a superior asks for something else. If you are not sure whether something is allowed, ask before you act.',
      ],
      fillIn: [
        'The policy, its owner and its current version',
        'What is forbidden, what needs approval, what is allowed',
        'Thresholds and time limits',
      ],
      claims: ['The law or regulation behind the policy', 'The limits or approvals that the policy sets'],
    },
    {
      title: 'Situations from our work',
      text: [
        'Most breaches begin with haste, helpfulness or habit. Stop when somebody presses for speed or secrecy, when a rule is to be bent "just this once", or when you would not want to explain it in public.',
      ],
      fillIn: [
        'Three situations from this company, each with the right reaction',
        'Roles with particular risk',
        'Records that have to be kept',
      ],
      claims: ['The records that the policy requires'],
    },
    {
      title: 'Ask, and report',
      text: [
        'Report what you see, and what you did by mistake: early reports limit the damage. Leave the investigation to those who are responsible for it: collect no evidence, delete nothing, and do not warn the person concerned.',
      ],
      fillIn: [
        'Whom to ask, and how to report, also anonymously',
        'What happens after a report, and within which time',
        'How people who report are protected',
      ],
      claims: ['The time within which an incident has to be reported'],
    },
  ],
  quiz: [
    {
      question: 'A superior asks for something that the policy forbids. What is right?',
      right: 'Do not do it, and report or ask as the policy says',
      wrong: ['Do it, since they are responsible', 'Do it once', 'Do it, and note who asked'],
      rationale: 'The policy applies to everybody, whoever asks.',
    },
    {
      question: 'Which is a sign to stop?',
      right: 'Somebody presses for speed or secrecy',
      wrong: ['A request comes in writing', 'A colleague is copied in', 'There is a form for it'],
      rationale: 'Pressure is how people are brought to skip a check.',
    },
    {
      question: 'You made a mistake that may be a breach. What do you do?',
      right: 'Report it at once',
      wrong: ['Correct it quietly', 'Wait whether it is noticed', 'Delete what shows it'],
      rationale: 'Early reports limit the damage; deleted evidence makes it worse.',
    },
    {
      question: 'You suspect a breach by a colleague. What is right?',
      right: 'Report it, and leave the investigation to those responsible',
      wrong: ['Confront them with it', 'Collect evidence first', 'Ask other colleagues'],
      rationale: 'Own investigations warn people and spoil evidence.',
    },
  ],
};
