import type { Family } from '../family.js';

export const chemicals: Family = {
  name: 'Chemicals and dangerous goods',
  source:
    'OSHA 29 CFR 1910.1200, 1910.120 (HAZWOPER) and 1910.1450; UN GHS; UK COSHH 2002 and DSEAR 2002; ADR, IMDG, IATA DGR and 49 CFR 172 subpart H; AU ADG Code',
  kind: 'subject',
  terms: `
    hazard communication = hazcom, haz com, HCS, GHS, globally harmonised system, globally harmonized system, right to know, right-to-know, RTK, worker right to know, WHMIS, WHMIS 2015, 1910.1200, comunicacion de riesgos, comunicacion de peligros, SGA, hazard communication standard, hazcom GHS, chemical hazard communication, written hazard communication plan, hazard communication plan, chemical right to know, employee right to know
    safety data sheets ~ hazard communication = safety data sheet, SDS, MSDS, material safety data sheet, material safety data sheets, chemwatch, data sheets, hojas de datos de seguridad, hoja de seguridad, fichas de datos de seguridad, HDS, FDS, ANSI material safety data sheets
    chemical labelling ~ hazard communication = chemical labels, chemical labeling, container labels, container labelling, GHS labels, GHS pictograms, hazard symbols, pictograms, hazardous materials labels, hazmat labels, hazmat labelling, hazmat labeling, workplace labels, information on container labels, etiquetado de productos quimicos, secondary container labels, NFPA 704, HMIS
    chemical safety = hazardous chemicals, chemical handling, handling chemicals, handle chemicals, work with chemicals, chemicals, hazardous substances, hazardous substance, COSHH, substances hazardous to health, control of substances hazardous to health, chemical awareness, chemical hazards, types of chemical hazards, hazardous materials handling, handling hazardous materials, chemical management, productos quimicos, sustancias peligrosas, sustancias quimicas, manejo de productos quimicos, manejo de sustancias quimicas, chemical exposure, hazchem, hazardous chemicals and GHS, hazardous chemicals GHS, chemical storage, chemical use, understanding chemical hazards, riesgo quimico, agentes quimicos, hazardous chemical
    dangerous goods = DG transport, hazmat, haz mat, hazardous materials, dangerous goods transport, transport of dangerous goods, transport dangerous goods, hazmat transportation, hazardous materials transportation, dangerous goods handling, handling of dangerous goods, dangerous goods awareness, mercancias peligrosas, transporte de mercancias peligrosas, materiales peligrosos, matpel
    TDG < dangerous goods = transportation of dangerous goods canada
    DOT hazmat < dangerous goods = DOT hazardous materials, hazmat employee, hazmat general awareness, DOT hazmat general awareness, hazmat safety training, 49 CFR, CFR 49 172, HM-181, HM-126F, hazmat function specific, hazmat shipping, hazardous materials shipping
    dangerous goods storage < dangerous goods
    dangerous goods safety adviser ~ dangerous goods = DGSA, dangerous goods safety advisor
    dangerous goods by sea < dangerous goods = IMDG, IMDG code, dangerous goods sea transport
    dangerous goods by air < dangerous goods = IATA, IATA DGR, IATA dangerous goods, DGR, ICAO dangerous goods, air cargo dangerous goods, dangerous goods air transport
    dangerous goods by road < dangerous goods = ADR, ADG, dangerous goods driver, dangerous goods driver licence, ADR driver, hazmat driver, hazmat endorsement, ADR licence, ADR dangerous goods by road, dangerous goods by road, mercancias peligrosas por carretera, dangerous goods licence, bulk dangerous goods
    hazmat security = hazmat security awareness, HM-232, dot hazmat security, in-depth hazmat security, hazardous materials security, in depth security
    hazmat technician = hazmat operations level, hazmat first responder operations, FRO, hazmat awareness responder
    spill response = spills, spill, chemical spill, chemical spills, hazardous spills, spill kit, spill kits, spill control, spill cleanup, spill clean up, spill containment, spill prevention, SPCC, oil spill, oil spills, accidental release, accidental release measures, dealing with hazardous spills, derrames, respuesta a derrames, control de derrames, kit antiderrames, spill management, hazmat spill, hazmat spills
    decontamination = decon, decontaminate, decontaminating, decontamination procedures, remove contaminants, descontaminacion
    contamination = contaminated, contaminants, contaminant, contaminacion
    flammable liquids = flammables, flammable and combustible liquids, flammable, combustible liquids, flammable materials, flammables and explosives, DSEAR, liquidos inflamables, inflamables, fuel storage, flammable liquid storage, petrol storage
    combustible dust = dust explosion, combustible dusts, dust explosions, polvo combustible
    ATEX = explosive atmospheres, hazardous areas, hazardous area classification, EEHA, ex equipment, CompEx, atmosferas explosivas, electrical equipment in hazardous areas, IECEx, intrinsically safe
    process safety = process safety management, PSM, COMAH, major hazard facility, MHF, 1910.119, Seveso, seguridad de procesos, process hazard analysis, PHA, bow tie, process safety fundamentals
    tank gauging ~ process safety = tank dipping, tank farm
    catalyst handling ~ process safety = inert entry
    hot tapping ~ process safety = hot tap
    management of change ~ process safety = MOC, technical change management
    functional safety ~ process safety = SIL, safety integrity level, safety instrumented systems, IEC 61508, IEC 61511
    HAZOP ~ process safety = HAZID, hazard and operability study, hazard and operability, LOPA, layers of protection
    corrosives = acid, corrosive, caustic, acidos
    peracetic acid ~ corrosives = PAA
    hydrofluoric acid ~ corrosives = HF acid, HF safety
    caustic soda ~ corrosives = sodium hydroxide, caustics, alkali
    acids ~ corrosives = nitric acid, sulphuric acid, hydrochloric acid, acid handling, acid safety, acids and bases, perchloric acid
    hydrogen sulphide = hydrogen sulfide, H2S, H2S alive, H2S awareness, sour gas, acido sulfhidrico, sulfuro de hidrogeno
    ammonia = ammonia refrigeration, anhydrous ammonia, ammonia safety, amoniaco, refrigeration ammonia, NH3
    chlorine = chlorine gas, chlorine handling, cloro, Cl2, chlorine gas safety
    carbon monoxide = CO poisoning, monoxido de carbono
    carbon dioxide = CO2, CO2 safety, CO2 systems
    benzene = benceno, BTEX
    formaldehyde = formaldehido, formaldehyde standard, OSHA formaldehyde standard, formalin
    glutaraldehyde = cidex, aldehydes
    ethylene oxide = EtO, ETO sterilisation
    hexavalent chromium = chromium 6, chrome 6, hex chrome, chromium VI, cromo hexavalente, CrVI, Cr VI, chrome vi, chromate
    lead = lead safety, lead awareness, lead standards, lead standard, OSHA lead standards, lead exposure, lead paint, lead in construction, lead safe, plomo, lead removal, working with lead, lead poisoning
    cadmium
    PCBs = polychlorinated biphenyls, dioxin, dioxins
    arsenic ~ cadmium = inorganic arsenic, arsine
    manganese ~ cadmium = manganism
    nickel ~ cadmium = nickel compounds
    mercury = mercurio
    beryllium
    asbestos = asbestos awareness, ACM, asbestos containing materials, amianto, asbesto, asbestos awareness UKATA, UKATA, asbestos register, sensibilizacion amianto, asbestos identification
    asbestos removal ~ asbestos = asbestos abatement, asbestos removal class A, asbestos removal class B, asbestos removalist, friable asbestos, non-friable asbestos removal, bonded asbestos removal, remove asbestos, licensed asbestos, CPCCDE3014, CPCCDE3015, retiro de asbesto, asbestos removal regulations
    asbestos assessor = asbestos surveyor, asbestos survey, P402
    silica dust = silica, crystalline silica, respirable crystalline silica, RCS, silica awareness, silica exposure, engineered stone, silicosis, RCS dust, RCS dust awareness, silice, silice cristalina, polvo de silice, 1926.1153
    dust control = dust, dusts, dust awareness, dust hazards, polvo, dust suppression
    flour dust < dust control
    wood dust < dust control
    coal dust ~ dust control
    synthetic mineral fibres = SMF, man made mineral fibres, glasswool, insulation fibres, fibreglass
    refrigerant handling = refrigerants, F gas, EPA 608, arctick, HVAC refrigerant, refrigerantes
    pesticide application = pesticides, pesticide, herbicide, herbicides, chem cert, ChemCert, AHCCHM307, pesticide applicator, spray application, plaguicidas, fitosanitarios, agvet chemicals, agricultural chemicals, glyphosate, insecticide, rodenticide, roundup
    fumigation = fumigant, fumigants, fumigacion
    pest control = pest management, control de plagas, pests, rodent control, integrated pest management
    nanomaterials = nanoparticles
    toxicology = poisons, toxic substances, toxicity, toxics, toxicologia, carcinogens, carcinogen, reproductive hazards, cancer causing agents
    laboratory safety = lab safety, OSHA laboratory standard, laboratory standard, 1910.1450, chemical hygiene, chemical hygiene plan, seguridad en el laboratorio, orientation to laboratory safety, lab orientation, laboratory orientation, lab induction, laboratory induction, general lab safety
    laboratory hoods = fume hood, fume hoods, lab hood, lab hoods, fume cupboard, fume cupboards, campana de extraccion, fume hood safety
    biosafety cabinet ~ laboratory hoods = biosafety cabinets, BSC, biological safety cabinet, biological safety cabinets, laminar flow hood, laminar flow
    laboratory glassware = glassware, lab glassware, broken glass, safe handling of laboratory glassware, glass handling
    biosafety = bio safety, biosafety level, BSL-2, BSL 2, BSL 3, biological agents, biological hazards, biohazard, biohazards, bioseguridad, riesgo biologico, agentes biologicos, biological safety, GMO, select agents
    biosecurity = bio security, bio-security, bioseguridad agropecuaria, quarantine, farm biosecurity
    local exhaust ventilation = LEV, ventilation, extraction ventilation, dust extraction, ventilacion, industrial ventilation
    indoor air quality = IAQ, indoor air, sick building syndrome, air quality, calidad del aire interior, calidad del aire, indoor environmental quality
    mould = mold, mould remediation, mold remediation, moho, mold awareness, mould awareness
    legionella = legionnaires, legionella awareness, water hygiene, legionnaires disease, L8, legionelosis, water treatment legionella, cooling towers
    confined space = confined spaces, confined space entry, confined space awareness, enter confined space, enter and work in confined spaces, permit required confined space, permit-required confined spaces, permit required confined spaces, PRCS, CSE, confined space entrant, confined space safety, work in confined spaces, working in confined spaces, RIIWHS202E, RIIWHS202D, MSMPER205, 1910.146, espacios confinados, espacio confinado, trabajo en espacios confinados, tank entry, vessel entry, enclosed space, enclosed spaces, enclosed space entry
    oxygen deficiency = nitrogen asphyxiation, asphyxiation, asphyxiants, inert gases, inert gas, nitrogen hazards, nitrogen purging, argon, oxygen depletion
    confined space attendant ~ confined space = confined space sentry, hole watch, MSMPER202, confined space standby, confined space hole watch, entry attendant, confined space spotter, top man confined space, vigia de espacios confinados, confined space observer, confined space stand by
    confined space rescue ~ confined space = rescue from confined space, confined space rescue team, CSR, rescate en espacios confinados, tank rescue
    confined space entry supervisor ~ confined space = confined space supervisor, entry supervisor
    gas testing = gas test atmospheres, gas test, gas tester, gas testing atmospheres, gas detection, gas detector, gas detectors, gas monitor, gas monitoring, four gas monitor, 4 gas monitor, atmospheric testing, atmosphere testing, authorised gas tester, AGT, MSMWHS217, air monitoring confined space, deteccion de gases, medicion de gases, test atmosphere, atmospheric monitoring, gas measurement, multi gas detector, methane detector, gas detection methane, methane testing
    breathing apparatus = BA, SCBA, self contained breathing apparatus, airline breathing apparatus, operate breathing apparatus, MSMWHS216, escape set, escape BA, equipo de respiracion autonoma, supplied air, EEBD
    exposure monitoring = exposure assessment, air monitoring, occupational exposure, exposure limits, industrial hygiene, occupational hygiene, higiene industrial, medicion de exposicion, exposure monitoring and medical surveillance, workplace exposure
    medical surveillance = health surveillance, health monitoring, medical surveillance programs, vigilancia de la salud, medical monitoring
    site safety and health plan = HASP, health and safety plan, site safety plan, site health and safety plan
    safety showers and eyewashes = eyewash, eye wash, eye washes, safety shower, safety showers, emergency eyewash, emergency shower, eyewash station, emergency eyewash and shower, lavaojos, duchas de emergencia, eye wash station
  `,
};
