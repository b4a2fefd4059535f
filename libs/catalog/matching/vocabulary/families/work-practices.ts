import type { Family } from '../family.js';

export const workPractices: Family = {
  name: 'Safe systems of work',
  source:
    'ISO 45001; OSHA 29 CFR 1904 and 1926; UK CDM Regulations 2015 and RIDDOR 2013; AU model WHS Regulations (SWMS, White Card CPCWHS1001); NEBOSH and IOSH syllabuses',
  kind: 'subject',
  terms: `
    safety induction = safety orientation, new hire safety orientation, new hire orientation, new starter induction, new starter health and safety induction, new employee safety orientation, new employee orientation, employee safety orientation, induction, inductions, orientation, orientations, onboarding, onboarding safety orientation, OHS induction, WHS induction, general induction, health and safety induction, induccion, induccion de seguridad, induccion a la seguridad, orientacion de seguridad, new hire, new hires, new starter, new starters, new employee, new worker orientation, new joiner, workplace induction, staff induction, worker induction, site safety orientation
    company induction ~ safety induction = corporate induction, company orientation, welcome to the company, corporate onboarding, bienvenida, induccion corporativa
    site induction ~ safety induction = site specific induction, site orientation, depot induction, site access induction, project induction, induccion de obra, site inductions
    contractor induction ~ safety induction = contractor orientation, contractor safety, contractor management, contractors on site, control of contractors, contractor safety orientation, induccion a contratistas
    visitor induction = visitor safety, visitor orientation, visitor escort, health and safety of visitors, spectator safety, visitors safety
    construction induction ~ site induction = white card, white card construction induction, construction induction card, general construction induction, general construction induction card, CPCWHS1001, CPCCWHS1001, CPCCOHS1001A, CPCCWHS1001 prepare to work safely in the construction industry, prepare to work safely in the construction industry, work safely in the construction industry, blue card construction, green card construction, CSCS, CSCS card, CSCS green card, safe pass, construction safety induction, tarjeta profesional de la construccion, TPC, construction site induction, construction orientation
    safety passport = CCNSG, SPA passport, passport to safety, SHEA, safety health environment awareness, EUSR SHEA, client contractor national safety group
    OSHA 10 = OSHA 10 hour, ten hour OSHA, 10 hour construction, OSHA10
    OSHA 30 = OSHA 30 hour, thirty hour OSHA, 30 hour construction, OSHA30
    rail induction = rail industry worker, RIW, PTS, personal track safety, track safety awareness, rail safety worker, safely access the rail corridor, track safety, protection officer rail, trackside safety
    mine induction = standard 11, S11, generic mine induction, coal board, mine site induction, MSHA new miner, new miner training, miner training, coal mine induction
    safety management ~ workplace safety = safety management system, SMS, health and safety management, safety leadership, WHS for managers, health and safety for managers, introduction to safety management, gestion de la seguridad, sistema de gestion de seguridad, health and safety strategy, directing safely, due diligence
    supervisor safety < safety management = supervisor safety leadership, safety for supervisors, WHS for supervisors, health and safety for supervisors, supervisors safety
    mining supervisor ~ supervisor safety = statutory deputy, mine deputy, open cut examiner
    ISO 45001 < safety management = OHSAS 18001, OHS management system, OHSMS
    NEBOSH < safety management = NEBOSH general certificate, NEBOSH diploma, national general certificate
    IOSH managing safely < safety management = managing safely
    SSSTS < safety management = site supervisor safety training scheme, site supervisors safety training scheme, site supervisor safety training, site supervision safety training
    SMSTS < safety management = site management safety training scheme, site managers safety training scheme
    officer due diligence = WHS due diligence, directors duties safety, due diligence for officers
    behavioural safety = behavioral safety, behaviour based safety, BBS, safety culture, safety behaviours, human factors, human error, human performance, HOP, seguridad basada en comportamiento, error prevention, safety observations, stop work authority, stop card, safety conversations, cultura de seguridad, just culture, line of fire, golden rules, life saving rules, cardinal rules
    risk assessment = risk assessments, risk assessing, draw up risk assessment, hazard identification and risk assessment, HIRA, evaluacion de riesgos, IPERC, risk assessment and control, dynamic risk assessment, hierarchy of controls, hierarchy of control, select hazard control, engineering controls, work practices and engineering controls, controlling hazards, planning and controlling hazards, HIRAC, HIRARC, risk assessor, risk assessors
    risk management = enterprise risk management, ISO 31000, gestion de riesgos, ERM, risk governance, risk administration
    risk analysis = analisis de riesgos
    risk identification = identificacion de riesgos, risk classification, definition of risk, risk types
    hazard awareness = hazard identification, hazard recognition, hazard spotting, take 5, take five, hazard awareness and take 5, SLAM, hazard perception at work, identify hazards, identify hazards in the workplace, hazard id, identificacion de peligros, spot the hazard, hazard reporting, focus four, focus four hazards, fatal four, focus four workplace hazards, situational awareness, hazard hunting, pre-start risk assessment, personal risk assessment, STOP and think, OSHA focus 4, focus 4, fatal 4
    struck by hazards ~ hazard awareness = struck by, struck-by, caught between, caught in between, caught-in, line of fire, pinch points
    job safety analysis = JSA, JHA, job hazard analysis, job safety analysis and SWMS, SWMS, safe work method statement, safe work method statements, method statement, method statements, RAMS, risk assessment method statement, JSEA, job safety environmental analysis, activity hazard analysis, AHA, task hazard analysis, AST, analisis de seguridad en el trabajo, analisis de trabajo seguro, ATS, safe operating procedure, safe operating procedures, SOP, standard operating procedures, pre task planning, pre-task plan, pre-task assessment, pre-task assessments, safe work procedures, SWP, safe systems of work, safe system of work, JSA SWMS, LMRA, last minute risk assessment, SLAM, STARRT
    permit to work = PTW, permit to work system, work permit, work permits, permit system, permit issuer, permit holder, permit receiver, permit recipient, permit officer, work permit system, permiso de trabajo, permisos de trabajo, permits to work, safe work permit, permit acceptor, control of work, permit authority, MSMPER200
    incident investigation = accident investigation, accident and incident investigation, accident and incident investigations, incident and accident investigation, root cause analysis, RCA, ICAM, TapRooT, investigating accidents, investigate occupational injuries, investigating incidents, 5 whys, investigacion de accidentes, investigacion de incidentes, accident investigations, incident investigations, near miss investigation, five whys, fishbone, causal analysis, incident reporting and investigation, accident reporting and investigation
    incident reporting ~ incident investigation = incident reporting and investigation, accident reporting and investigation, accident reporting, near miss, near misses, near miss reporting, incident notification, injury reporting, report an accident, RIDDOR, reporting accidents, reporte de incidentes, incident management, notifiable incidents, reporting incidents, hazard and incident reporting, casi accidentes, speak up for safety
    OSHA recordkeeping = recordkeeping, OSHA 300, OSHA 300 log, injury recordkeeping, injury and illness recordkeeping, 1904, OSHA logs, record keeping, OSHA reporting, injury records, 29 CFR 1904, TRIR, LTI, lost time injury, recordable injuries, DART rate
    injury management = case management, return to work, RTW, injury and case management, workers compensation, workers comp, rehabilitation and return to work, return to work coordinator, RTW coordinator, reincorporacion laboral, modified duties, stay at work
    safety inspections = workplace inspections, workplace inspection, site inspection, safety inspection, safety walks, safety walk, inspecciones de seguridad, site safety inspections, workplace safety inspection
    safety audits = safety audit, health and safety audit, audit safety, OHS audit, ISO 45001 auditor, WHS auditor, auditoria de seguridad
    regulatory inspections = OSHA inspection, OSHA inspections, MSHA inspections, OSHA and MSHA inspections, regulator visit
    safety meetings = toolbox talk delivery, delivering toolbox talks, running toolbox talks, tailgate meeting, toolbox meeting, safety briefing, safety briefings, pre-start meeting, pre-start briefing, safety meeting, charlas de seguridad, charla de 5 minutos, daily briefing, TBT, pre-shift meeting, safety briefing delivery
    safety signs = safety signage, signs, signage, signs and signals, health and safety signs, senalizacion, barricading, barricades, barricade, tags and barricades, warning signs, safety colours
    housekeeping = good housekeeping, workplace housekeeping, safety housekeeping, orden y limpieza, housekeeping accident prevention, tidy workplace, clean as you go
    5S ~ housekeeping = sort set in order shine, 6S, six s, five s, 5S lean, las 5S
    office safety = office health and safety, workplace safety for office staff, office hazards, seguridad en la oficina, office safety awareness, safety in the office, office WHS
    lone working = lone worker, working alone, work alone, remote or isolated work, isolated work, working in isolation, remote work safety, trabajo en solitario, lone worker safety, lone workers, personal safety lone worker, check-in procedure, man down
    remote working = working from home, work from home, home working, remote work, hybrid working, telework, teleworking, teletrabajo, telecommuting, home office, WFH
    consultation = WHS consultation, worker consultation, worker participation, consultation communication and participation
    employee rights = worker rights, employee rights and responsibilities, workers rights, rights and responsibilities, derechos de los trabajadores, duty of care, WHS responsibilities, know your rights, employee rights responsibilities
    CDM = construction design and management, CDM regulations, principal contractor, principal designer
    temporary works = formwork, falsework, temporary works coordinator, TWC, shoring formwork, propping, encofrado
    excavation safety = excavation, excavations, trench, trenches, trenching, trenching and excavation, trench safety, excavation and trenching, trench shoring, shoring, trench support, excavation competent person, excavaciones, zanjas, cave-ins, ground works, working in excavations, excavation support
    underground services = underground services location, underground service location, dial before you dig, DBYD, before you dig, BYDA, before you dig australia, locate underground services, underground utilities, buried services, cable avoidance, CAT and Genny, CAT Genny, avoiding buried services, cable locating, utility strike, 811, call before you dig, service strike prevention, service locating, utility avoidance, RIICCM202E, potholing, hydro excavation, vacuum excavation, non destructive digging, NDD, HSG47, EUSR, underground assets, underground cables, servicios subterraneos, service locator
    demolition = demolish, demolishing, demolicion, demolition safety, demolition work, demoliciones
    steel erection = structural steel, ironworker, steelwork erection, montaje de estructuras
    concrete safety = concrete, concreting, concrete and masonry, wet cement, cement, masonry, tilt-up, hormigon, albanileria
    precast panels ~ concrete safety = tilt-up panels, tilt up, precast, precast concrete
    rebar safety ~ concrete safety = rebar caps, impalement protection
    shotcrete ~ concrete safety = sprayed concrete, gunite
    tunnelling = tunneling, tunnel, underground construction, tuneles
    underground hazards = health and safety hazards underground, underground safety, underground dangers
    heat stress = heat illness, heat safety, heat illness prevention, heat exhaustion, heat stroke, heat stress and hydration, hydration, working in heat, work in heat, hot weather, heat awareness, hot environments, dehydration, estres termico, golpe de calor, estres por calor, heat related illness, working in hot conditions, heat exposure, heat
    cold stress = cold weather, working in cold weather, cold environments, hypothermia, frostbite, winter safety, working in cold, estres por frio, cold work, cold stores, winter, winter weather, extreme cold, icy conditions
    cold store working ~ cold stress = cold storage, cold store, freezer work, cold room, cold rooms, working in freezers, refrigerated warehouse
    extreme temperatures = extreme weather, temperature extremes, weather safety
    altitude work ~ extreme temperatures = altitude, high altitude, mountain sickness
    insect and animal hazards = insects, animal handling, animal bites, mordedura de serpiente, plants and insects, venomous
    fatigue management = fatigue, fatigue awareness, shift work, shiftwork, sleep, working hours, drowsy driving, driver fatigue, fatigue risk, fatiga, gestion de la fatiga, fatigue management scheme, manage fatigue, fatigue and sleep, driver fatigue management, TLIF0005, heavy vehicle fatigue, fatigue management for heavy vehicle drivers
    sleep apnoea ~ fatigue management = sleep apnea, OSA sleep
    advanced fatigue management ~ fatigue management = AFM
    basic fatigue management ~ fatigue management = BFM
    environmental awareness = environmental, environment awareness, environmental management, environmental protection, environmental compliance, gestion ambiental, medio ambiente, environmental responsibility, environmental impacts, environmental sustainability, pollution prevention, impacto ambiental, proteccion del medio ambiente
    ISO 14001 < environmental awareness = environmental management system, EMS environmental
    waste management = waste, waste segregation, waste disposal, recycling, waste handling, gestion de residuos, residuos, manejo de residuos, waste reduction, zero waste
    hazardous waste ~ waste management = hazardous waste management, hazardous waste disposal, dispose of hazardous waste, residuos peligrosos, hazardous waste handling, universal waste, haz waste, hazwaste
    RCRA < hazardous waste = RCRA hazardous waste, hazardous waste generator, haz waste RCRA, RCRA generator, resource conservation and recovery act
    clinical waste ~ waste management = medical waste, dispose medical waste, healthcare waste, biomedical waste, residuos hospitalarios, sharps disposal, residuos sanitarios
    stormwater = storm water, SWPPP, stormwater pollution prevention, erosion and sediment control, erosion control, sediment control, aguas pluviales
    SPCC ~ stormwater = spill prevention control and countermeasure, SPCC plan
    energy efficiency = energy saving
    ISO 50001 ~ energy efficiency = energy management system
    sustainability ~ energy efficiency = ESG, climate change, climate risk, sostenibilidad, net zero, carbon literacy, carbon reduction, ESG and climate risk, sustainable development, environmental social governance
    carbon accounting ~ sustainability = scope 3, carbon footprint, greenhouse gas, GHG
    biodiversity ~ sustainability
    noise nuisance = environmental noise
    wastewater = waste water, sewage, water treatment, effluent, aguas residuales
    clean room = cleanroom, cleanrooms, gowning, sala limpia
  `,
};

export const generalSafety: Family = {
  name: 'Safety as a whole',
  source: 'ISO 45001; IOSH Working Safely; general English and Spanish',
  kind: 'general subject',
  terms: `
    workplace safety = health and safety in the workplace, general workplace safety, work health and safety, occupational health and safety, occupational safety and health, workplace health and safety, health and safety awareness, health and safety at work, general safety, basic safety, health safety and environment, HSE awareness, WHS awareness, OHS awareness, IOSH working safely, working safely, safety awareness, level 2 health and safety, seguridad y salud en el trabajo, prevencion de riesgos laborales, PRL, seguridad industrial, safety fundamentals, safety basics, introduction to safety, health and safety essentials
  `,
};
