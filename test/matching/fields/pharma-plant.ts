import type { Field } from './field.js';

export const pharmaPlant: Field = {
  name: 'pharmaceutical plant',
  library: `
    GMP Basics
    Data Integrity and ALCOA
    Cleanroom Gowning
    Aseptic Technique for Operators
    Deviation Reporting
    CAPA Fundamentals
    Change Control
    Cleaning Validation
    Good Documentation Practices
    Autoclave Operation
    Solvent Handling
    Potent Compound Safety
    Static Electricity and Explosive Atmospheres
    Lockout for Process Equipment
    Confined Vessel Entry
    Biosafety Level 2
    Environmental Monitoring
    Pharmacovigilance for All Staff
    Serialisation
    Batch Record Review
    Forklift in the Warehouse
    Spill Control`,
  topics: `
    good manufacturing practice annual -> GMP Basics
    cGMP refresher 2026 -> GMP Basics
    ALCOA+ -> Data Integrity and ALCOA
    data integrity -> Data Integrity and ALCOA
    gowning qualification -> Cleanroom Gowning
    clean room behaviour -> Cleanroom Gowning
    deviations -> Deviation Reporting
    corrective and preventive action -> CAPA Fundamentals
    GDP documentation -> Good Documentation Practices
    GDocP -> Good Documentation Practices
    autoclave -> Autoclave Operation
    solvents -> Solvent Handling
    HPAPI handling -> Potent Compound Safety | -
    ATEX -> Static Electricity and Explosive Atmospheres
    LOTO -> Lockout for Process Equipment
    vessel entry -> Confined Vessel Entry
    confined space -> Confined Vessel Entry
    BSL-2 -> Biosafety Level 2
    adverse event reporting -> Pharmacovigilance for All Staff
    serialization -> Serialisation
    spill kit -> Spill Control
    HACCP -> -
    laser safety -> -
    radiation -> -
    crane -> -
    bloodborne pathogens -> -
    first aid -> -
    GDPR -> -`,
};
