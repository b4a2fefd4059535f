import type { Field } from './field.js';

export const builder: Field = {
  name: 'builder',
  library: `
    Site Safety Induction
    Toolbox Talk: Ladders
    Excavation and Trenching
    Cable Avoidance (CAT and Genny)
    Temporary Works Coordinator
    Scaffold Inspection
    Mobile Scaffold Towers (PASMA)
    IPAF 3a and 3b
    Harness and Fall Arrest
    Roof Work
    Asbestos Awareness (UKATA)
    Silica and Construction Dust
    Hand-Arm Vibration
    Noise at Work
    Abrasive Wheels
    Nail Guns and Cartridge Tools
    Hot Works
    Slinger Signaller
    Appointed Person - Lifting Operations
    CPCS Excavator 360
    Telehandler
    Face Fit Testing
    Manual Handling
    First Aid at Work
    Emergency First Aid at Work
    SMSTS
    SSSTS
    Confined Spaces - Medium Risk
    Confined Spaces - Top Person
    Street Works Signing and Guarding`,
  topics: `
    trench safety -> Excavation and Trenching
    underground services -> Cable Avoidance (CAT and Genny)
    service avoidance -> Cable Avoidance (CAT and Genny)
    TWC -> Temporary Works Coordinator
    PASMA card expiring -> Mobile Scaffold Towers (PASMA)
    MEWP operator -> IPAF 3a and 3b
    scissor lift -> IPAF 3a and 3b
    safety harness user -> Harness and Fall Arrest
    roofing -> Roof Work
    asbestos -> Asbestos Awareness (UKATA)
    asbestos removal -> -
    RCS -> Silica and Construction Dust
    HAVS -> Hand-Arm Vibration
    hearing protection -> Noise at Work
    angle grinder -> Abrasive Wheels
    disc cutter -> Abrasive Wheels
    powder actuated tools -> Nail Guns and Cartridge Tools
    hot work permit -> Hot Works
    slinger banksman -> Slinger Signaller
    lift supervisor -> - | Appointed Person - Lifting Operations
    LOLER appointed person -> Appointed Person - Lifting Operations
    360 excavator -> CPCS Excavator 360
    telescopic handler -> Telehandler
    mask fit test -> Face Fit Testing
    FAW -> First Aid at Work
    EFAW -> Emergency First Aid at Work
    site management safety training scheme -> SMSTS
    site supervisor safety training -> SSSTS
    confined space top man -> Confined Spaces - Top Person
    NRSWA -> Street Works Signing and Guarding
    dumper -> -
    crane operator -> -
    mental health first aid -> -
    ladders -> Toolbox Talk: Ladders
    demolition -> -
    legionella -> -
    fire extinguishers -> -
    paediatric first aid -> -`,
};
