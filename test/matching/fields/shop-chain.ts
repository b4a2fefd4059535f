import type { Field } from './field.js';

export const shopChain: Field = {
  name: 'shop chain',
  library: `
    Welcome to the Store
    Till Operation and Refunds
    Selling Age-Restricted Products
    Shop Theft and Personal Safety
    Stockroom Ladders
    Cardboard Baler
    Box Cutter Safety
    Fresh Food Handling
    Allergens at the Counter
    Bakery Oven Safety
    Meat Slicer Safety
    Chilled and Frozen Storage
    Customer Service Stars
    Home Delivery Driver
    Pharmacy Counter Basics
    Fork Truck - Reach
    Slips and Spillages
    Payment Card Security
    Bomb Threats and Suspicious Items
    First Line Manager Essentials
    Preventing Harassment
    Data Protection in Store`,
  topics: `
    new starter induction store -> Welcome to the Store | -
    cash register -> Till Operation and Refunds
    challenge 25 refresher -> Selling Age-Restricted Products
    tobacco and alcohol sales under 18 -> Selling Age-Restricted Products | -
    shoplifting -> Shop Theft and Personal Safety
    step ladders -> Stockroom Ladders
    baler operator -> Cardboard Baler
    safety knife -> Box Cutter Safety
    food hygiene level 1 -> Fresh Food Handling
    food allergy -> Allergens at the Counter
    slicer -> Meat Slicer Safety
    cold chain -> Chilled and Frozen Storage
    customer care -> Customer Service Stars
    delivery driver -> Home Delivery Driver
    reach truck licence -> Fork Truck - Reach
    slips trips falls -> Slips and Spillages
    PCI DSS annual -> Payment Card Security
    suspicious package -> Bomb Threats and Suspicious Items
    new manager -> First Line Manager Essentials
    sexual harassment prevention -> Preventing Harassment
    GDPR essentials -> Data Protection in Store
    counterbalance forklift -> -
    first aid -> -
    fire marshal -> -
    asbestos -> -
    visual merchandising -> -
    HACCP level 3 -> -
    leadership coaching -> -`,
};
