import type { Field } from './field.js';

export const hospital: Field = {
  name: 'hospital',
  library: `
    Hand Hygiene Essentials
    Standard and Transmission-Based Precautions
    Sharps Injury Prevention
    HIPAA Privacy and Security
    Safe Patient Handling
    Fall Prevention for Inpatients
    Restraint and Seclusion
    Basic Life Support for Providers [BLS]
    Advanced Cardiovascular Life Support
    Medication Errors: Prevention and Reporting
    Blood Transfusion Safety
    Pressure Injury Prevention
    Sepsis Recognition
    MRI Safety
    Radiation Safety for Fluoroscopy
    Hazardous Drug Handling (USP 800)
    Waste Anaesthetic Gases
    Latex Allergy
    Emergency Codes and Preparedness
    Workplace Violence in Healthcare
    EMTALA Overview
    Informed Consent
    Abuse and Neglect: Mandated Reporters
    Cultural Humility in Care
    End of Life Care
    Fire Safety in the Operating Room
    Medical Gas Cylinders`,
  topics: `
    hand washing -> Hand Hygiene Essentials
    Handhygiene annual competency 2026 -> Hand Hygiene Essentials
    needlestick -> Sharps Injury Prevention
    HIPAA refresher -> HIPAA Privacy and Security
    patient lifting -> Safe Patient Handling
    moving and handling of patients -> Safe Patient Handling
    slips trips and falls -> -
    BLS renewal -> Basic Life Support for Providers
    ACLS -> Advanced Cardiovascular Life Support
    PALS -> -
    medication administration error -> Medication Errors: Prevention and Reporting
    transfusion -> Blood Transfusion Safety
    pressure ulcers -> Pressure Injury Prevention
    bed sores -> Pressure Injury Prevention
    magnetic resonance imaging safety -> MRI Safety
    x-ray safety -> Radiation Safety for Fluoroscopy
    laser safety -> -
    chemotherapy handling -> Hazardous Drug Handling (USP 800)
    violence against nurses -> Workplace Violence in Healthcare
    child abuse reporting -> Abuse and Neglect: Mandated Reporters
    mandated reporter -> Abuse and Neglect: Mandated Reporters
    palliative care -> End of Life Care
    advance directives -> -
    surgical fire -> Fire Safety in the Operating Room
    fire extinguisher -> -
    phishing -> -
    oxygen cylinders -> Medical Gas Cylinders
    dementia -> -
    GDPR -> -
    restraints -> Restraint and Seclusion
    consent -> Informed Consent
    bloodborne pathogens -> -`,
};
