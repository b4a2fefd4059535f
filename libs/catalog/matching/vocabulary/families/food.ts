import type { Family } from '../family.js';

export const food: Family = {
  name: 'Food and drink',
  source:
    'Codex Alimentarius General Principles of Food Hygiene; FSANZ Standard 3.2.2A; UK Food Standards Agency; US FDA Food Code and FSMA; AU units SITXFSA005/006',
  kind: 'subject',
  terms: `
    food safety = food hygiene, food handler, food handlers, food handling, food safety and hygiene, food safety awareness, food safety for handlers, food safety basics, food hygiene and safety, level 2 food hygiene, food handler card, servsafe food handler, SITXFSA005, SITXFSA001, use hygienic practices for food safety, manipulador de alimentos, manipulacion de alimentos, manipuladores de alimentos, higiene alimentaria, seguridad alimentaria, inocuidad alimentaria, food safety and hygiene for catering, safe food handling, food prep, food preparation, catering hygiene, kitchen hygiene, inocuidad de los alimentos, servsafe
    food safety supervisor ~ food safety = FSS, food safety manager, food protection manager, certified food protection manager, servsafe manager, CFPM, food safety supervisors, food safety supervisor certificate, SITXFSA006, SITXFSA002, level 3 food safety, supervising food safety, food hygiene supervisor, food safety for supervisors, person in charge food
    HACCP ~ food safety = hazard analysis critical control points, hazard analysis and critical control points, hazard analysis critical control point, APPCC, food safety plan, HARPC, preventive controls, critical control points, VACCP, TACCP
    organic certification = organic, organic food
    religious food standards = halal, kosher
    FSMA ~ food safety = PCQI, FSVP, preventive controls qualified individual, food safety modernization act
    food allergens ~ food safety = food allergen, allergen, allergens, allergen awareness, food allergy, food allergies, alergenos, natashas law, allergen management, food intolerance, alergenos alimentarios, gluten, gluten free, coeliac, celiac, nut allergy, nut allergies, peanut allergy, alergias alimentarias
    food defence = food defense, food fraud, intentional adulteration
    food labelling = food labeling, nutrition labelling, etiquetado de alimentos
    foreign body control = foreign bodies, foreign matter, metal detection, glass and hard plastic, glass policy, glass and brittle plastic
    temperature control = cold chain, cooking temperatures, chilled storage, cooking and cooling, cadena de frio, temperature monitoring, food storage, danger zone
    cross contamination = preventing contamination, prevent contamination, avoid contamination, contaminacion cruzada, prevention of contamination
    cleaning and sanitising = sanitation, sanitizing, cleaning and disinfection, cleaning and sanitizing, disinfection, limpieza y desinfeccion, desinfeccion, SSOP, cleaning and sanitation, sanitation procedures, cleaning in place, CIP
    kitchen safety = commercial kitchen, kitchen, catering safety, restaurant safety, cocina, burns and scalds, bakery
    meat slicer ~ kitchen safety = slicer safety, slicer
    kitchen fryer ~ kitchen safety = deep fryer, fryer, deep fat fryer, fryer safety, hot oil, fryer cleaning
    barista = coffee, espresso, barista skills
    meat processing = slaughter, meat inspection, butchery, poultry processing, animal welfare at slaughter
    BRC = BRCGS, SQF, IFS food, GFSI, ISO 22000, FSSC 22000, BRC food standard
    personal hygiene = hygiene, hygiene standards, hygienic, personal hygiene standards, hygiene in the workplace, apply hygiene standards, higiene, higiene personal, hygienic work practices, hygienic practices
    salmonella ~ food safety
    listeria ~ food safety = listeria control
    pest awareness food = stored product pests
    beverage dispense gases = cellar safety, cellar management, beer line cleaning, beverage gas
  `,
};
