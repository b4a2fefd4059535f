import type { Field } from './field.js';

export const mineQuarry: Field = {
  name: 'mine and quarry',
  library: `
    Generic Surface Mine Induction
    Underground Mine Induction
    MSHA Part 46 New Miner
    MSHA Part 48 Annual Refresher
    Ground Control and Highwall Safety
    Blasting Safety Awareness
    Haul Truck Operation
    Front End Loader Operation
    Dozer Operation
    Tyre Handling
    Isolation and Tagging
    Working at Height
    Self-Rescuer Use
    Mine Rescue Team
    Gas Detection Underground
    Conveyor Guarding
    Respirable Dust
    Heat Stress Underground
    Emergency Response - Refuge Chambers
    Cyanide Awareness
    Tailings Dam Awareness
    Light Vehicle Driving on Site
    Radio Communication Procedures
    Roof Bolting
    Traffic Management on Mine Sites`,
  topics: `
    Part 46 -> MSHA Part 46 New Miner
    part 48 8-hour refresher -> MSHA Part 48 Annual Refresher
    highwall -> Ground Control and Highwall Safety
    shotfirer -> -
    blasting -> Blasting Safety Awareness
    dump truck operator -> Haul Truck Operation
    wheel loader -> Front End Loader Operation
    bulldozer -> Dozer Operation
    excavator -> -
    tire safety -> Tyre Handling
    LOTO -> Isolation and Tagging
    lockout -> Isolation and Tagging
    SCSR -> Self-Rescuer Use
    self contained self rescuer -> Self-Rescuer Use
    mine rescue -> Mine Rescue Team
    gas monitor -> Gas Detection Underground
    silica dust -> Respirable Dust
    hydration and heat -> Heat Stress Underground
    cyanide -> Cyanide Awareness
    tailings -> Tailings Dam Awareness
    two-way radio -> Radio Communication Procedures
    confined space -> -
    first aid -> -
    crane -> -
    diesel particulate -> -
    noise -> -
    trabajo en alturas -> Working at Height
    bloqueo y etiquetado -> Isolation and Tagging
    drug and alcohol -> -
    light vehicle licence -> Light Vehicle Driving on Site`,
};
