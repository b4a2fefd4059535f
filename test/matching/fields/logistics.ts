import type { Field } from './field.js';

export const logistics: Field = {
  name: 'logistics',
  library: `
    Forklift Refresher (Counterbalance)
    Reach Truck Conversion
    Powered Pallet Truck
    Loading Dock Safety
    Racking Inspection
    Vehicle Marshalling and Banksman
    Driver CPC: Drivers' Hours and Tachographs
    Load Securing
    ADR Dangerous Goods by Road
    IATA Dangerous Goods Category 6
    Lithium Battery Shipping
    Daily Vehicle Walkaround Checks
    Defensive Driving for Vans
    Fatigue and Alertness
    Warehouse Induction
    Safe Use of Knives and Box Cutters
    Pedestrian Safety in Yards
    Cold Store Working
    Battery Charging Area Safety
    Customs Procedures
    Hours of Service and ELD
    DOT Drug and Alcohol for Supervisors
    Tail Lift Operation
    Conveyor Awareness`,
  topics: `
    counterbalance FLT refresher -> Forklift Refresher (Counterbalance)
    RTITB counterbalance -> Forklift Refresher (Counterbalance)
    reach truck -> Reach Truck Conversion
    electric pallet jack -> Powered Pallet Truck
    PPT -> Powered Pallet Truck
    loading bay -> Loading Dock Safety
    SEMA racking inspector -> Racking Inspection
    banksman -> Vehicle Marshalling and Banksman
    tachograph rules -> Driver CPC: Drivers' Hours and Tachographs
    load restraint -> Load Securing
    cargo securement -> Load Securing
    ADR licence expiring -> ADR Dangerous Goods by Road
    IATA DGR -> IATA Dangerous Goods Category 6
    IMDG -> -
    lithium batteries -> Lithium Battery Shipping
    pre-trip inspection -> Daily Vehicle Walkaround Checks
    defensive driving -> Defensive Driving for Vans
    drowsy driving -> Fatigue and Alertness
    freezer work -> Cold Store Working
    box cutter -> Safe Use of Knives and Box Cutters
    HOS -> Hours of Service and ELD
    electronic logging device -> Hours of Service and ELD
    reasonable suspicion -> DOT Drug and Alcohol for Supervisors
    tail-lift -> Tail Lift Operation
    conveyor belt safety -> Conveyor Awareness
    import export customs -> Customs Procedures
    forklift instructor -> -
    order picker -> -
    telehandler -> -
    first aid at work -> -
    working at height -> -
    HGV licence category C -> -
    asbestos -> -
    manual handling -> -`,
};
