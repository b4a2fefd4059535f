import type { Field } from './field.js';

export const farm: Field = {
  name: 'farm and forest company',
  library: `
    Tractor Rollover Protection
    Quad Bike Riding
    Grain Bin Entry
    Chemical Spraying (ChemCert)
    Chainsaw Level 1
    Tree Felling Level 2
    Livestock Handling
    Zoonotic Diseases and Q Fever
    PTO Shaft Guarding
    Manure Gas Hazards
    Worker Protection Standard (WPS)
    Heat Illness in the Field
    Log Loader Operation
    Firearms Handling
    Electric Fencing
    Snake Bite Response
    Milking Parlour Hygiene
    Wood Chipper
    Irrigation Near Power Lines
    Seasonal Worker Induction`,
  topics: `
    tractor driving -> Tractor Rollover Protection
    ROPS -> Tractor Rollover Protection
    ATV -> Quad Bike Riding
    quad bike -> Quad Bike Riding
    silo entry -> Grain Bin Entry
    grain engulfment -> Grain Bin Entry
    chemcert renewal -> Chemical Spraying (ChemCert)
    pesticide spraying -> Chemical Spraying (ChemCert)
    chainsaw -> Chainsaw Level 1
    chain saw level 2 -> -
    tree falling -> Tree Felling Level 2
    cattle handling -> Livestock Handling
    Q fever -> Zoonotic Diseases and Q Fever
    power take off -> PTO Shaft Guarding
    slurry gas -> Manure Gas Hazards
    EPA WPS handler -> Worker Protection Standard (WPS)
    heat stress -> Heat Illness in the Field
    gun safety -> Firearms Handling
    snakebite first aid -> Snake Bite Response
    wood chipper -> Wood Chipper
    overhead power lines -> Irrigation Near Power Lines
    seasonal induction -> Seasonal Worker Induction
    forklift -> -
    first aid -> -
    working at heights -> -
    telehandler -> -
    food safety -> -
    sexual harassment -> -`,
};
