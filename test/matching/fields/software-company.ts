import type { Field } from './field.js';

export const softwareCompany: Field = {
  name: 'software company',
  library: `
    Security Awareness Basics
    Spotting Phishing Emails
    OWASP Top 10 for Developers
    Secure SDLC
    Incident Response Playbook
    AWS Fundamentals
    Kubernetes for Engineers
    Git and Code Review
    Python for Data Analysis
    SQL Basics
    JavaScript Essentials
    Agile and Scrum
    Product Management 101
    GDPR for Engineers
    SOC 2 Control Owners
    Open Source Licensing
    Accessibility (WCAG)
    Unconscious Bias in Hiring
    Giving and Receiving Feedback
    Remote Work Ergonomics
    Anti-Harassment (California)
    Time Management and Focus
    Excel for Analysts
    Responsible Use of Generative AI
    Interview Training for Hiring Managers`,
  topics: `
    infosec awareness annual -> Security Awareness Basics
    failed phishing simulation -> Spotting Phishing Emails
    application security -> OWASP Top 10 for Developers | Secure SDLC
    amazon web services -> AWS Fundamentals
    k8s -> Kubernetes for Engineers
    version control -> Git and Code Review
    python programming -> Python for Data Analysis
    java -> -
    javascript -> JavaScript Essentials
    structured query language -> SQL Basics
    scrum -> Agile and Scrum
    data protection GDPR -> GDPR for Engineers
    SOC2 -> SOC 2 Control Owners
    ISO 27001 auditor -> -
    web accessibility -> Accessibility (WCAG)
    implicit bias -> Unconscious Bias in Hiring
    feedback skills -> Giving and Receiving Feedback
    DSE -> Remote Work Ergonomics
    sexual harassment California -> Anti-Harassment (California)
    sexual harassment New York -> -
    spreadsheets -> Excel for Analysts
    ChatGPT policy -> Responsible Use of Generative AI
    time mgmt -> Time Management and Focus
    negotiation -> -
    PCI DSS -> -
    export controls -> -
    microsoft azure -> -
    first aid -> -
    leadership -> -
    interviewing skills -> Interview Training for Hiring Managers`,
};
