import type { Family } from '../family.js';

/** Phishing, passwords and what else people meet at a screen. */
export const SECURITY: Family = {
  name: 'information security',
  about:
    /\b(phishing|cyber\w*|password\w*|information security|it security|security awareness|malware|ransomware|social engineering|mfa)\b/,
  audience: 'Everybody who uses a company account, e-mail or phone',
  minutes: 20,
  objectives: [
    'Spot the signs of a false message, call or website',
    'Check a request for money, data or access through a second channel',
    'Protect your account with a password of its own and a second factor',
    'Report a message or a mistake at once, and say what you clicked',
  ],
  lessons: [
    {
      title: 'Spot it',
      text: [
        'Look at the sender’s full address, and at where a link really leads before you click: rest the pointer on it, or press it long on a phone. A known name, a logo or good grammar proves nothing.',
        'Stop when a message hurries you, asks for secrecy, offers a prize, or asks for a password, a code or a payment. Nobody from IT asks for your password or a code.',
      ],
      fillIn: [
        'Examples of false messages that came to this company',
        'The addresses from which payroll, IT and parcels really write',
        'How outside mail is marked here',
      ],
      claims: ['The information security policy and its version'],
    },
    {
      title: 'Check it',
      text: [
        'Check a request for money, data or access through a second channel: call the number that you know, or walk over. Do not answer the message, and do not call the number in it.',
        'New bank details of a supplier are always checked this way, whoever asks and however urgent it is.',
      ],
      fillIn: [
        'Who approves changes of bank details, and how',
        'The limit from which a payment needs two people',
        'Where known numbers are looked up',
      ],
      claims: ['The rule for changed bank details, and for payments'],
    },
    {
      title: 'Protect your account',
      text: [
        'Use a password of its own for each account, kept in the password manager. Turn on the second factor. If the phone asks you to approve a sign-in that you did not start, refuse it and report it: somebody knows your password.',
        'Lock the screen when you leave it, install updates when they are offered, and plug in no USB stick that you found.',
      ],
      fillIn: [
        'The password manager, and how to get it',
        'How the second factor is set up and replaced',
        'Devices that may be used for work',
      ],
      claims: ['The rules for passwords and private devices'],
    },
    {
      title: 'Report it',
      text: [
        'Report a suspicious message at once, also if you only think so. If you clicked, opened a file or typed a password: say so right away. Change the password, leave the computer on, and take it off the network as IT tells you.',
        'Early reports stop an attack. Nobody is blamed for a report.',
      ],
      fillIn: [
        'The report button or address, and the number for urgent cases',
        'What IT does then',
        'Who informs customers and authorities',
      ],
      claims: ['The time within which a breach has to be reported'],
    },
  ],
  quiz: [
    {
      question: 'A supplier sends new bank details by e-mail. What do you do?',
      right: 'Call the number that you know, and check the details',
      wrong: ['Answer the message and ask', 'Pay, if the logo is right', 'Call the number in the message'],
      rationale: 'The message and the number in it may both be false.',
    },
    {
      question: 'Your phone asks you to approve a sign-in that you did not start. What is right?',
      right: 'Refuse it and report it: somebody knows your password',
      wrong: ['Approve it, so that it stops', 'Ignore it', 'Wait for the next one'],
      rationale: 'Only somebody who has the password gets as far as the second factor.',
    },
    {
      question: 'You clicked a link and typed your password. What now?',
      right: 'Say so right away, and change the password',
      wrong: ['Delete the message', 'Wait whether something happens', 'Switch the computer off and go home'],
      rationale: 'Early reports stop an attack before it spreads.',
    },
    {
      question: 'How do you see where a link leads?',
      right: 'Rest the pointer on it, or press it long on a phone',
      wrong: ['Click it, and look at the page', 'Read the text of the link', 'Look at the logo beside it'],
      rationale: 'The text of a link can say anything.',
    },
  ],
};
