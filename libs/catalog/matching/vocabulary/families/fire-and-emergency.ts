import type { Family } from '../family.js';

export const fire: Family = {
  name: 'Fire and emergencies',
  source:
    'OSHA 29 CFR 1910 subparts E and L, 1910.38–39; UK Regulatory Reform (Fire Safety) Order 2005; AS 3745 (emergency control organisation); NFPA 10 and 101; PUA units',
  kind: 'subject',
  terms: `
    fire safety = fire awareness, fire safety awareness, fire prevention, fire prevention procedures, preventing fires, fire hazards, fire risk, general fire safety, workplace fire safety, industrial fire prevention, fire prevention plan, prevencion de incendios, seguridad contra incendios, incendios, fire protection, proteccion contra incendios, fire code, fire safety at work, lucha contra incendios
    emergency lighting ~ fire safety
    fire prevention in the office ~ fire safety = office fire prevention, office fire safety, fire safety for office staff
    fire risk assessment ~ fire safety = fire risk assessor, fire risk assessments, determine fire risks, fire risk assessing, FRA
    fire extinguisher = fire extinguishers, extinguisher, extinguishers, portable fire extinguisher, portable fire extinguishers, portable extinguishers, fire extinguisher use, using fire extinguishers, use of fire extinguishers, extinguisher use, extinguisher training, first attack firefighting, first attack fire fighting, first response firefighting, fire extinguisher operation, extintor, extintores, uso de extintores, manejo de extintores, PASS technique, fire blanket, fire hose reel, hose reel, fire extinguisher training, fire extinguisher and hose reel, handheld extinguishers
    extinguisher servicing = fire extinguisher inspection, fire extinguisher maintenance, extinguisher technician
    extinguish fires ~ fire extinguisher = fire extinguishing, putting out fires, put out fires, put out a fire, first fire intervention, fire intervention
    firefighter = fire fighter, firefighting, fire fighting, fire brigade, fire team, industrial firefighting, bomberos, bombero, fire crew, brigada contra incendio, brigadas contra incendio, structural firefighting, brigadistas, fire attack team
    fire warden ~ emergency evacuation = fire wardens, fire marshal, fire marshals, floor warden, area warden, wardens, warden, chief warden, chief fire warden, emergency warden, warden training, fire warden emergency control organisation, emergency control organisation, ECO, ECO member, emergency control organization, evacuation warden, evac warden, fire warden and evacuation, evacuation coordinator, jefe de evacuacion, PUAFER005, PUAWER005, PUAWER006, equipo de evacuacion, floor marshal, fire safety warden, zone warden
    emergency evacuation ~ emergency planning = evacuation, evacuations, evacuation procedure, evacuation procedures, evacuation plan, emergency evacuation plan, emergency evacuation plans, building evacuation, evacuate people from buildings, evacuacion, exit routes, fire drill, fire drills, evacuation drill, means of egress, egress, plan de evacuacion, fire evacuation, general evacuation response, evac
    personal evacuation plan ~ emergency evacuation = PEEP, PEEPs, personal emergency evacuation plan, assisted evacuation
    evacuation chair = evac chair, evac+chair, silla de evacuacion
    emergency planning = emergency preparedness, emergency plan, emergency action plan, EAP, emergency action plans, emergency management, emergency response plan, emergency response, emergency procedures, emergency readiness, emergency, emergencies, emergency planning and response, disaster preparedness, disaster planning, plan de emergencia, plan de emergencias, emergencias, preparacion para emergencias, respuesta a emergencias, 1910.38, emergency response procedures, prepare for emergencies, emergency awareness
    emergency response team ~ emergency planning = ERT, brigada de emergencia, emergency brigade, ERT member
    incident command ~ emergency planning = incident command system, ICS, ICS 100, ICS 200, NIMS, incident controller
    crisis management ~ emergency planning = crisis response, gestion de crisis
    laboratory emergencies ~ emergency planning = lab emergencies, planning for laboratory emergencies, laboratory emergency planning, lab emergency planning
    emergency media relations = dealing with the media, media relations, media in emergency situations, media training, speaking to the media, crisis communications
    active shooter ~ workplace violence = active shooter response, active assailant, armed intruder, armed offender, run hide fight, run hide tell, active threat, tirador activo, active attacker, shooter
    bomb threat = bomb threats, suspicious package, suspicious packages, suspicious item, amenaza de bomba, mail safety
    counter terrorism = terrorism awareness, ACT awareness, terrorism, martyns law
    severe weather = storm safety, natural disasters
    lightning < severe weather = lightning safety
    flood < severe weather = flooding, flood safety, inundacion
    earthquake < severe weather = earthquake preparedness, sismo, sismos, terremoto, seismic safety
    hurricane < severe weather = cyclone, hurricane preparedness, huracan, typhoon
    tornado < severe weather = tornado safety
    business continuity = business continuity planning, BCP, business continuity management, ISO 22301, continuidad del negocio
    disaster recovery ~ business continuity = DRP, IT disaster recovery
    operational resilience < business continuity = business resilience, DORA, digital operational resilience
    first aid = first aid at work, first aider, first aiders, provide first aid, FAW, basic first aid, workplace first aid, HLTAID011, HLTAID003, first aid certificate, first aid and cpr, first aid CPR AED, first aid cpr, first aid CPR and AED, standard first aid, occupational first aid, primeros auxilios, socorrista, senior first aid, first aid response, first aid awareness, medic first aid, responsable de primeros auxilios, first aid officer, apply first aid
    emergency first aid at work < first aid = EFAW, emergency first aid, emergency first aider
    advanced first aid ~ first aid = HLTAID014, advanced resuscitation, HLTAID015, provide advanced first aid, remote first aid, HLTAID013, wilderness first aid, first aid in remote, occupational first aid level 3, first aid in remote situations
    paediatric first aid ~ first aid = pediatric first aid, child first aid, first aid in an education and care setting, HLTAID012, childcare first aid, infant first aid, primeros auxilios pediatricos
    first aid instructor ~ first aid = teach first aid, first aid trainer, first aid training delivery, teach first aid principles
    CPR ~ first aid = cardiopulmonary resuscitation, resuscitation, provide cardiopulmonary resuscitation, CPR AED, CPR/AED, HLTAID009, HLTAID001, heart saver, heartsaver, CPR and AED, provide CPR, cardiac resuscitation, reanimacion cardiopulmonar, RCP, cardiac arrest, chest compressions, CPR renewal
    AED ~ CPR = defibrillator, automated external defibrillator, AED use, defibrillation, defib, desfibrilador, DEA, defibrillators, AED operation
    basic life support = BLS, BLS provider, basic life support provider, soporte vital basico, resuscitation level 2, BLS for healthcare providers, adult basic life support, resuscitation adults
    advanced life support = ALS, soporte vital avanzado
    trauma life support < advanced life support = ATLS, PHTLS, ITLS, prehospital trauma
    immediate life support < advanced life support = ILS
    NRP < advanced life support = neonatal resuscitation, newborn life support, NLS, neonatal resuscitation program, NRP provider
    PALS < advanced life support = paediatric advanced life support, pediatric advanced life support, paediatric life support, pediatric life support, soporte vital pediatrico
    ACLS < advanced life support = advanced cardiac life support, advanced cardiovascular life support, ACLS provider, ACLS instructor candidate
    oxygen therapy = oxygen administration, provide oxygen, medical oxygen, oxygen resuscitation, equipment oxygen, entonox
    trauma bleeding control = stop the bleed, bleeding control, tourniquet, catastrophic bleeding, haemorrhage control, control de hemorragias
    burns first aid = burns, burn treatment, quemaduras
    anaphylaxis = epipen, allergy emergency, adrenaline auto injector, allergic reactions, asthma and anaphylaxis, anafilaxia, manage anaphylaxis
    asthma = asthma management
    epilepsy = seizure, seizures, epilepsy awareness, buccal midazolam
    diabetes = diabetes awareness, insulin, hypoglycaemia
    naloxone = opioid overdose, opioid overdose response, narcan, overdose response, opioids, opioid awareness
    swimming rescue = lifeguard, pool lifeguard, bronze medallion, rescue bathers, water rescue, salvavidas, aquatic rescue, pool rescue
    sepsis = sepsis awareness
  `,
};
