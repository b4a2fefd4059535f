import type { Field } from './field.js';

export const airport: Field = {
  name: 'airport',
  library: `
    Airside Driver Permit (Category A)
    Foreign Object Debris Prevention
    Aircraft Turnaround and Marshalling
    De-Icing Operations
    Passengers with Reduced Mobility
    Dangerous Goods Category 9
    General Security Awareness Training
    Baggage Belt Safety
    Ground Power Unit Operation
    Jet Blast and Ingestion Hazards
    Ramp Hearing Protection
    Aviation Fuel Handling
    Wildlife Hazard Management
    Winter Operations and Snow Clearance
    Human Factors for Ground Handlers
    Manual Handling of Baggage
    Emergency Evacuation of Terminals
    Safety Management System Overview
    Cabin Crew First Aid
    Incident and Hazard Reporting`,
  topics: `
    airside driving permit renewal -> Airside Driver Permit (Category A)
    ADP -> Airside Driver Permit (Category A) | -
    FOD -> Foreign Object Debris Prevention
    FOD walk awareness -> Foreign Object Debris Prevention
    aircraft de-icing -> De-Icing Operations
    PRM assistance -> Passengers with Reduced Mobility
    passengers with disabilities -> Passengers with Reduced Mobility
    DGR cat 9 -> Dangerous Goods Category 9
    GSAT -> General Security Awareness Training
    GPU -> Ground Power Unit Operation
    jet blast -> Jet Blast and Ingestion Hazards
    noise on the ramp -> Ramp Hearing Protection
    aircraft refuelling -> Aviation Fuel Handling
    bird strike -> Wildlife Hazard Management
    snow removal -> Winter Operations and Snow Clearance
    lifting baggage safely -> Manual Handling of Baggage
    evacuation of terminal -> Emergency Evacuation of Terminals
    SMS -> Safety Management System Overview
    hazard reporting -> Incident and Hazard Reporting
    first aid at work -> -
    forklift -> -
    pushback tug -> -
    fire extinguisher -> -
    working at height -> -
    lithium batteries -> -
    cyber security -> -`,
};
