import type { Field } from './field.js';

export const council: Field = {
  name: 'council',
  library: `
    Lone Worker Safety
    Grass Cutting and Strimmers
    Ride-on Mower
    Refuse Collection Vehicle Safety
    Needle and Sharps Finds
    Traffic Management for Road Crews
    Playground Inspection
    Dog Attack Awareness
    Conflict Management for Enforcement Officers
    Freedom of Information Requests
    Safeguarding Adults at Risk
    Safeguarding Children Basic
    Modern Slavery Awareness
    Equality, Diversity and Inclusion
    Councillor Code of Conduct
    Procurement Rules
    Emergency Planning and Rest Centres
    Asbestos Awareness
    Legionella Awareness
    Display Screen Equipment (DSE)
    Fire Marshal
    Evacuation Chair
    Emergency First Aid at Work
    Chainsaw Maintenance and Cross Cutting
    Pesticides PA1 and PA6
    Menopause at Work`,
  topics: `
    working alone -> Lone Worker Safety
    strimmer -> Grass Cutting and Strimmers
    brushcutter -> Grass Cutting and Strimmers
    ride on mower -> Ride-on Mower
    bin lorry -> Refuse Collection Vehicle Safety
    waste collection -> Refuse Collection Vehicle Safety
    discarded needles -> Needle and Sharps Finds
    sharps awareness -> Needle and Sharps Finds
    play area inspection RPII -> Playground Inspection
    aggressive dogs -> Dog Attack Awareness
    FOI -> Freedom of Information Requests
    vulnerable adults -> Safeguarding Adults at Risk
    child protection level 1 -> Safeguarding Children Basic
    human trafficking -> Modern Slavery Awareness
    EDI -> Equality, Diversity and Inclusion
    tendering -> Procurement Rules
    civil contingencies -> Emergency Planning and Rest Centres | -
    legionnaires -> Legionella Awareness
    workstation assessment -> Display Screen Equipment (DSE)
    fire warden -> Fire Marshal
    evac chair operator -> Evacuation Chair
    EFAW requalification -> Emergency First Aid at Work
    PA1 PA6 -> Pesticides PA1 and PA6
    weed killer spraying -> Pesticides PA1 and PA6
    tree felling -> -
    MEWP -> -
    anti bribery -> -
    mental health first aid -> -
    IOSH managing safely -> -
    prevent -> -
    manual handling -> -`,
};
