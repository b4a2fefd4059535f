import type { Field } from './field.js';

export const powerCompany: Field = {
  name: 'power company',
  library: `
    Switching Authorisation - High Voltage
    Substation Entry
    Pole Top Rescue
    Low Voltage Live Work
    EWP Insulated Bucket Operation
    Cable Pit Safety
    Underground Cable Jointing Basics
    Vegetation Clearance near Lines
    Wind Turbine Working at Heights (GWO)
    Solar Farm Induction
    Battery Energy Storage Hazards
    Portable Earthing
    Transformer Oil Spills
    SF6 Gas Handling
    Meter Installation
    Arc Flash Awareness
    Helicopter Line Inspection
    Bushfire Survival
    Driving Off-Road
    Customer Safety at Premises with Dogs`,
  topics: `
    HV switching -> Switching Authorisation - High Voltage
    high voltage switching operator -> Switching Authorisation - High Voltage
    zone substation access -> Substation Entry
    pole-top rescue annual -> Pole Top Rescue
    LV live work -> Low Voltage Live Work
    bucket truck -> EWP Insulated Bucket Operation
    cable jointer -> Underground Cable Jointing Basics
    line clearance tree trimming -> Vegetation Clearance near Lines
    GWO working at height -> Wind Turbine Working at Heights (GWO)
    PV site induction -> Solar Farm Induction | -
    BESS -> Battery Energy Storage Hazards
    temporary earths -> Portable Earthing
    sulphur hexafluoride -> SF6 Gas Handling | -
    SF6 -> SF6 Gas Handling
    smart meter install -> Meter Installation
    arc flash -> Arc Flash Awareness
    bush fire -> Bushfire Survival
    4WD -> Driving Off-Road
    dog bites -> Customer Safety at Premises with Dogs
    first aid -> -
    confined space -> - | Cable Pit Safety
    asbestos -> -
    test and tag -> -
    low voltage rescue -> -
    crane dogman -> -
    fatigue -> -`,
};
