import type { Field } from './field.js';

export const hotelsRestaurants: Field = {
  name: 'hotels and restaurants',
  library: `
    Food Allergens
    Food Safety Level 2
    Responsible Alcohol Service
    Kitchen Knife Skills and Safety
    Deep Fat Fryer Safety
    Guest Complaint Recovery
    Housekeeping Room Standards
    Pool Chemical Safety
    Lifeguard Rescue Skills
    Legionella Control
    Human Trafficking Awareness for Hotels
    Panic Button Use
    Fire Evacuation for Hotels
    Slip Resistant Footwear and Wet Floors
    Upselling at Reception
    Barista Skills
    Wine Knowledge
    Cash Handling
    Manual Handling for Porters
    Pest Awareness
    Under Age Sales
    Opera PMS Basics`,
  topics: `
    allergen awareness -> Food Allergens
    Natasha's law -> Food Allergens
    food hygiene certificate level 2 -> Food Safety Level 2
    food safety level 3 -> -
    food safety manager -> -
    manipulador de alimentos -> Food Safety Level 2
    RSA -> Responsible Alcohol Service
    TIPS certification -> Responsible Alcohol Service
    knife safety -> Kitchen Knife Skills and Safety
    fryer cleaning -> Deep Fat Fryer Safety
    guest complaints -> Guest Complaint Recovery
    room cleaning -> Housekeeping Room Standards
    chlorine handling pool -> Pool Chemical Safety
    lifeguard -> Lifeguard Rescue Skills
    legionnaires disease -> Legionella Control
    human trafficking -> Human Trafficking Awareness for Hotels
    evacuation procedures -> Fire Evacuation for Hotels
    coffee making -> Barista Skills
    sommelier -> Wine Knowledge
    challenge 25 -> Under Age Sales
    age verification -> Under Age Sales
    till training -> Cash Handling
    safe lifting -> Manual Handling for Porters
    pest control -> Pest Awareness
    HACCP -> -
    first aid -> -
    COSHH -> - | Pool Chemical Safety
    sexual harassment -> -
    GDPR -> -
    gas safety -> -
    RSG gaming -> -
    wheelchair assistance -> -`,
};
