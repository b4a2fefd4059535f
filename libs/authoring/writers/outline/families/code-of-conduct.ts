import type { Family } from '../family.js';

/** The code of conduct as a whole, not one of its subjects. */
export const CODE_OF_CONDUCT: Family = {
  name: 'code of conduct',
  about:
    /\bcodes? of (?:business )?(?:conduct|ethics)\b|\bbusiness (?:conduct|ethics)\b|\bconflicts? of interests?\b|\bgifts? and (?:hospitality|entertainment)\b/,
  audience: 'All staff, managers, and those who act for the company',
  minutes: 35,
  objectives: [
    'Find the code of conduct, and say to whom it applies',
    'Test a decision with five questions before you act',
    'Disclose a gift, an invitation or a conflict of interest',
    'Speak up, and say how the company protects those who do',
  ],
  lessons: [
    {
      title: 'What the code is for',
      text: [
        'The code says how we treat each other, customers, suppliers, money and information. It applies to every role and at every place, also to managers, and also where a customer expects something else. Where the law is stricter than the code, the law counts.',
        'Managers have a second task: they answer questions, do not look away, and never punish a report made in good faith.',
      ],
      fillIn: [
        'Where the code is, its version, and who owns it',
        'Who has to confirm it, and when',
        'The rules of this company that go beyond the code',
      ],
      claims: ['The current version of the code', 'How often staff confirm the code'],
    },
    {
      title: 'Five questions before you act',
      text: [
        'Is it legal? Does it agree with the code? Would I explain it openly to my team? Is it fair to those whom it affects? Would I want it in tomorrow’s newspaper? If one answer is no, or you do not know, stop and ask.',
        'Haste, a friendly favour and "we have always done it" are the usual ways into a breach. A colleague who says "just this once" is asking you to skip the questions.',
      ],
      fillIn: [
        'Two situations from sales or purchasing here, with the right reaction',
        'Two situations from the workplace, with the right reaction',
      ],
      claims: [],
    },
    {
      title: 'Gifts and conflicts of interest',
      text: [
        'A gift becomes a problem when it may influence a decision, or looks as if it did. Money and vouchers are never a courtesy. Ask what the gift is for, what it is worth, and what is being decided at the moment. Record it, and hand back what is not allowed.',
        'A conflict of interest is a private interest that could pull at a decision for the company: a relative who is a supplier, a second job, a share in a competitor. Having one is no breach. Hiding it is. Disclose it before the decision, and let somebody else decide.',
      ],
      fillIn: [
        'Limits for gifts and invitations, given and taken',
        'The register of gifts, and who approves what',
        'The form for a conflict of interest, and who gets it',
      ],
      claims: ['The value above which a gift needs approval', 'Who decides about a disclosed conflict'],
    },
    {
      title: 'Respect, property and information',
      text: [
        'Nobody is insulted, harassed or treated worse because of who they are. What counts is how it is received, not how it was meant. Say that it has to stop, or tell somebody who can.',
        'Company property and information are for the company’s work. Share confidential information only with those who need it for their task, and not in public places or private channels.',
      ],
      fillIn: [
        'Whom to turn to after harassment',
        'Private use of devices, vehicles and accounts',
        'Which information is confidential here',
      ],
      claims: ['The rule about private use of company equipment'],
    },
    {
      title: 'Speak up',
      text: [
        'Report what you see, or believe in good faith, to your manager, to the contact for the code, or by the reporting line. You need no proof. Leave the investigation to those who are responsible: do not collect evidence, delete nothing, and do not warn the person concerned.',
        'Whoever punishes a report breaks the code. Report that, too.',
      ],
      fillIn: [
        'The ways to report, also anonymously, and outside of the company',
        'What happens after a report, and within which time',
        'How people who report are protected',
      ],
      claims: ['The law that protects people who report', 'The time within which a report is answered'],
    },
  ],
  quiz: [
    {
      question: 'Your sister’s firm bids for a contract that you decide about. What is right?',
      right: 'Disclose it before the decision, and let somebody else decide',
      wrong: [
        'Decide, if her offer is the best',
        'Say nothing, because it is private',
        'Disclose it after the decision',
      ],
      rationale: 'The conflict is no breach; hiding it is.',
    },
    {
      question: 'A supplier sends you a voucher while you compare offers. What do you do?',
      right: 'Hand it back, and record it',
      wrong: ['Keep it, since it is small', 'Share it with the team', 'Keep it, and tell nobody'],
      rationale: 'Vouchers are never a courtesy, and a decision is being made.',
    },
    {
      question: 'You suspect a breach, but have no proof. May you report it?',
      right: 'Yes: a belief in good faith is enough',
      wrong: ['No, collect proof first', 'Only if a colleague confirms it', 'Only after asking the person concerned'],
      rationale: 'Those who are responsible investigate; own searches spoil evidence.',
    },
    {
      question: 'A manager makes life hard for somebody who reported. What is that?',
      right: 'It breaks the code, and is reported too',
      wrong: ['A private matter', 'Allowed, if the report was wrong', 'A question of style'],
      rationale: 'Nobody is punished for a report made in good faith.',
    },
    {
      question: 'One of the five questions has the answer "I do not know". What is right?',
      right: 'Stop and ask',
      wrong: ['Act, since it is not a no', 'Let the customer decide', 'Act, and report it later'],
      rationale: 'A question before the act costs minutes; a breach costs far more.',
    },
  ],
};
