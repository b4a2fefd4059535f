import type { Field } from './field.js';

export const bank: Field = {
  name: 'bank',
  library: `
    Anti-Money Laundering for Front Office
    Know Your Customer Fundamentals
    Sanctions Screening
    Fraud Red Flags
    Market Abuse and Insider Dealing
    Conflicts of Interest
    Whistleblowing: How to Speak Up
    Treating Customers Fairly
    Complaints Handling (DISP)
    Data Protection Essentials
    Information Security for Everyone
    Operational Resilience
    Third Party Risk Management
    Model Risk
    Sarbanes-Oxley Section 404
    Gifts, Entertainment and Anti-Bribery
    Competition Law Basics
    Senior Managers and Certification Regime
    Records Retention
    Mental Wellbeing at Work
    Display Screen Equipment
    Branch Robbery Response
    Cash Handling and Counterfeit Notes
    Fair Lending
    ESG and Climate Risk`,
  topics: `
    AML -> Anti-Money Laundering for Front Office
    money laundering annual refresher -> Anti-Money Laundering for Front Office
    Prevencion de blanqueo de capitales -> Anti-Money Laundering for Front Office
    KYC -> Know Your Customer Fundamentals
    customer due diligence -> Know Your Customer Fundamentals | Anti-Money Laundering for Front Office
    OFAC -> Sanctions Screening
    insider trading -> Market Abuse and Insider Dealing
    COI disclosure -> Conflicts of Interest
    speak-up policy -> Whistleblowing: How to Speak Up
    customer complaints -> Complaints Handling (DISP)
    GDPR -> Data Protection Essentials
    password security -> Information Security for Everyone
    business continuity -> Operational Resilience
    vendor risk -> Third Party Risk Management
    SOX 404 -> Sarbanes-Oxley Section 404
    FCPA -> Gifts, Entertainment and Anti-Bribery
    antitrust -> Competition Law Basics
    SMCR -> Senior Managers and Certification Regime
    document retention -> Records Retention
    DSE workstation -> Display Screen Equipment
    bank robbery -> Branch Robbery Response
    counterfeit money -> Cash Handling and Counterfeit Notes
    ECOA -> Fair Lending
    sustainability -> ESG and Climate Risk
    tax evasion -> -
    credit risk -> -
    fire warden -> -
    ladder safety -> -
    cyber incident response -> - | Information Security for Everyone
    diversity -> -
    Excel -> -
    mortgage advice -> -`,
};
