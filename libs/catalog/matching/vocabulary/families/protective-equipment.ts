import type { Family } from '../family.js';

export const protectiveEquipment: Family = {
  name: 'Personal protective equipment and hearing',
  source:
    'OSHA 29 CFR 1910 subpart I and 1910.95; UK PPE at Work Regulations 1992 and Control of Noise at Work Regulations 2005; AS/NZS 1715, 1716 and 1269; INSST guides (EPI)',
  kind: 'subject',
  terms: `
    personal protective equipment = PPE, personal protective equip, personal protection equipment, protective equipment, protective gear, protective clothing, safety clothing, safety gear, EPP, EPI, equipo de proteccion personal, equipos de proteccion individual, equipo de proteccion individual, proteccion personal, proteccion personal EPP, elementos de proteccion personal, workwear, necessary safety clothing, your protective equipment, safety equipment, 1910.132
    eye protection ~ personal protective equipment = eye safety, eye and face protection, safety glasses, safety goggles, goggles, eye injuries, eye injury, vision safety, face shield, proteccion ocular, gafas de seguridad, eye care, proteccion visual
    head protection ~ personal protective equipment = hard hat, hard hats, safety helmet, helmet, helmets, bump cap, casco, cascos, head injury
    hand protection ~ personal protective equipment = hand safety, hand injury prevention, hand injuries, hand injuries prevention,  hand and finger safety, finger safety, hand wrist and finger safety, hand wrist finger safety, hands and fingers, protect your hands, proteccion de manos, seguridad de las manos, cuidado de manos, wrist safety, finger injuries, hand care
    gloves ~ hand protection = glove, glove selection, safety gloves, guantes, cut resistant gloves, chemical gloves
    foot protection ~ personal protective equipment = safety footwear, safety boots, steel toe, safety shoes, foot safety, calzado de seguridad, foot injuries, protective footwear
    high visibility clothing ~ personal protective equipment = hi vis, high vis, high visibility, hi viz, high visibility vest, alta visibilidad, chaleco reflectante
    respiratory protection = respirator, respirators, respirator use, RPE, respiratory protective equipment, respiratory protection and safety, respiratory safety, dust mask, N95, half face respirator, air purifying respirator, APR, PAPR, proteccion respiratoria, respiradores, mascarillas, respirator safety, masks, respirator training, 1910.134
    respirator fit testing ~ respiratory protection = fit test, fit testing, respirator fit test, face fit, face fit test, face fit testing, mask fit test, mask fit, quantitative fit test, qualitative fit test, N95 fit test, mask fitting, RPE fit test, fit tester, prueba de ajuste, fit2fit, face mask fit
    filtering facepiece ~ respiratory protection = FFP3, FFP2, N95 respirator, N95, dust mask
    hearing conservation = hearing protection, noise, noise awareness, noise exposure, noise and hearing protection, noise at work, hearing safety, hearing loss, hearing loss prevention, noise induced hearing loss, NIHL, hearing conservation program, hearing conservation and safety, noise hazards, occupational noise, audiogram, audiometric, annual audiogram, audiogram due, audiometric test, audiometry, conservacion auditiva, proteccion auditiva, ruido, earplugs, ear plugs, ear protection, noise control, noise safety, noise management, 1910.95
    audiometric technician = CAOHC, audiometric technician CAOHC, hearing conservationist, audiometrist
    vision screening ~ medical surveillance = eye test, visual acuity
    spirometry ~ medical surveillance = lung function testing, pulmonary function
    fall arrest equipment inspection = harness inspection, height safety equipment inspection, lanyard inspection, harness inspector, harness inspections, inspection of harnesses, height equipment inspector, PPE height inspection
    life jacket = lifejacket, life jackets, PFD, personal flotation device, immersion suit, chaleco salvavidas
  `,
};
