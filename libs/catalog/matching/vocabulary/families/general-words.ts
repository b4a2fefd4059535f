import type { Family } from '../family.js';

export const generalWords: Family = {
  name: 'Words that any course may have',
  source: 'General English and Spanish',
  kind: 'filler',
  terms: `
    safety = safe, safely, seguridad, segura, sicherheit, securite, H&S, health and safety, OHS, WHS, HSE, EHS, SHE, OSH, HSW, SST, seguridad y salud
    health = salud
    procedures = behaviour, behaviours, behavior, routine, routines, steps, arrangements, manual of, standard operating, procedure, practice, practices, guidelines, protocol, protocols, process, processes, method, methods, technique, techniques, measures, procedimiento, procedimientos
    rules = directive, directives, ordinance, statute, statutes, obligations, obligation, mandate, duties under, rule, regulation, regulations, legislation, law, laws, legal, act, requirements, code of practice, codes of practice, standard, standards, normativa, norma, reglamento, ley
    program = curriculum, pathway, track, academy, bootcamp, boot camp, campaign, initiative, programme, programmes, scheme, system, systems, plan, plans, planning, programa, plan de, bundle, scale, toolkit training, essentials programme, package
    policy = policies, politica
    prevention = avert, mitigate, mitigation, minimising, minimizing, stop, stopping, combat, combatting, fight against, reduce, prevent, preventing, preventive, avoid, avoiding, avoidance, prevencion, prevenir, anti, minimise, reduction, reducing
    protection = protect, protecting, protective, proteccion, proteger
    management = manage, managing, control, controls, controlling, managed, gestion, manejo, administration
    use = using, utilise, utilising, utilize, usage, uso, usar, utilizacion
    operation = handle controls, running of, operate, operating, operations, operational, run, running, operacion, operar
    handling = handle, manipulacion
    work = working, works, workplace, workplaces, job, jobs, occupational, trabajo, trabajos, trabajar, laboral, lugar de trabajo, at work, place of work
    dealing with = tackling, facing, deal with, coping with, cope with, handling of, addressing, approach, approaches
    overview = fundamental, fundamentals of, mastering, masterclass, getting started, quick start, capabilities, ability, abilities, performance, proficiency, expertise, quick guide, introduction to, crash course, at a glance, update on, best practice, best practices, tips, toolkit, essentials, essential, principles, principle, understanding, understand, guide, overview of, concepts, concept, theory, knowledge, knowing, know, general, primer, 101, essentials of, skills, skill, conceptos, principios
    perform = finish, accomplish, take part in, assist, assist with, participate, adopt, employ, enact, fulfil, fulfill, observe, adhere to, respect, initiate, conduct, undertake, carry out, do, execute, implement, complete, provide, deliver, apply, ensure, follow, comply with, comply, compliance, adhere, conform to, maintain, maintaining, employ, effectuate, realizar, aplicar, cumplimiento, give, giving, dealing out
    risk = threat, threats, dangers of, exposure to, exposures, risks, hazard, hazards, danger, dangers, dangerous, hazardous, riesgo, riesgos, peligro, peligros, peligroso
    effective = efficient, efficiently, positive, excellent, excellence, great, high quality, smart, healthy, proactive, effectively, good, best, better, successful, proper, properly, correct, correctly, appropriate
    equipment = tools, devices, device, gear, equipo, equipos
    environment = environments, area, areas, location, entorno
    developing = compose, draw up, prepare, preparing, formulate, produce, make, making, devise, elaborar, develop, building, creating, create, establishing, establish, write, writing, written, drawing up
    new = nuevo, nueva, nuevos
    group = groups, grupo
    activities = activity, task, tasks, duties, duty, actividades, tareas
    information = facts, details, informacion, info
    responsibilities = responsibility, roles and responsibilities, responsabilidades
    personal = individual
    related = towards, around, under, between, versus, based, specific, associated, involving, relating to, regarding, concerning, about
    category = categories, categoria, clase
    country = UK, USA, united kingdom, australian, british, american, national, international
    setup = configure, configuration
    officer = officers on duty
    part = episode, chapter, section, volume, series, topic, lesson, parte, capitulo
    company = corporate, organisation, organization, organisational, business, empresa, enterprise
    staff safety = employee safety, worker safety, personnel safety
    response = respond, responding, react, reacting, reaction, respuesta
    recognition = recognise, recognize, recognising, recognizing, identify, identifying, identification, identificacion, reconocimiento
    culture = cultura
    high risk work licence = HRWL, HRW licence, HRW, high risk work licence preparation, licence to perform high risk work, high risk licence
  `,
};

export const people: Family = {
  name: 'Who attends a course',
  source:
    'General English and Spanish; the role suffixes of US OSHA standards ("authorized", "affected", "qualified person")',
  kind: 'person',
  terms: `
    operator = operators, operative, operatives, user, users, operador, operadores, operario, usuario, usuarios, driver, drivers, conductor, conductores
    employee = learner, learners, participant, participants, attendee, frontline, front line, frontline staff, handler, handlers, porter, porters, attendants general, caretaker, caretakers, coordinators staff, employees, staff, personnel, worker, workers, workforce, people, person, persons, team, teams, crew, member, members, individuals, colleagues, empleado, empleados, trabajador, trabajadores, personal de, everyone, all staff, provider, providers, practitioner, practitioners, candidate
    authorised person = authorized employee, authorized user, authorised user, authorized, authorised, qualified person, qualified, affected employee, affected, competent person, designated person, appointed person, entrant, entrants, ap, cp
    apprentice = apprentices, trainee, trainees, aprendiz
  `,
};

export const roles: Family = {
  name: 'Further roles',
  source:
    'ISO 45001 and 9001 (auditor), SafeWork Australia and HSE guidance on supervisors, assessors and representatives, OSHA 1910.146 (attendant, entry supervisor), AU unit TAE40122 (trainer and assessor)',
  kind: 'role',
  terms: `
    supervisor = charge hand, chargehand, shift lead, shift leader, section head, department head, head of department, management team, people manager, people managers, supervisors, supervise, supervision, supervisory, manager, managers, managerial, foreman, foremen, forewoman, team leader, team leaders, leading hand, line manager, line managers, superintendent, leader, leaders, supervisores, gerente, gerentes, jefe, jefes, encargado, for managers, for supervisors, people leaders
    trainer = trainers, instructor, instructors, train the trainer, train trainer, training of trainers, TTT, T3, instruct, teach, teaching, educate, educating, teacher, formador, instructores, formacion de formadores, cert iv tae, TAE40122, TAE40116, TAE
    assessor < assessment = assessors, workplace assessor, evaluador
    auditor < audit = auditors, lead auditor, internal auditor, lead assessor
    inspector < inspection = inspectors, surveyor, inspector qualification
    attendant = attendants, standby person, stand by person, sentry, top man, safety watch, vigia
    technician = mechanic, mechanics, technicians, engineer, engineers, installer, installers, fitter, tecnico, tecnicos
    executive = executives, director, directors, board, officer due diligence, directores, directors and officers
    coordinator = coordinators, co ordinator, coordinador, safety coordinator
    representative = representatives, rep, reps, delegate, delegates, delegado, delegados de prevencion, health and safety representative, HSR, safety rep, safety representative, HSR training, elected representative
    committee = safety committee, health and safety committee, JHSC, joint health and safety committee, comite de seguridad
    first responder = first responders, responder, responders, primeros respondedores, EMS, EMT, paramedic, paramedics, emergency medical services, emergency services, law enforcement, police officers, police
    contractor = contractors, subcontractor, subcontractors, sub contractor, sub contractors, contratista, contratistas
    visitor = visitors, guest, guests, visitantes
    volunteer = volunteers, voluntarios
    cabin crew = flight attendant, flight attendants, flight crew, cabin attendant
    young worker = young workers, young person, young persons, new and young workers, minors
    expectant mother = expectant mothers, new and expectant mothers, pregnant workers, pregnancy at work
    mentor = mentoring, mentors, buddy
    champion = champions, ambassador
    technician in charge = person in charge, PIC
    security guard = security guards, security officer, guard licence, guarding licence, unarmed guard, physical security guard, vigilante, SIA security guard, security guarding, manned guarding, security operative
    door supervisor ~ security guard = door supervisors, SIA door supervisor, door supervision, bouncer, doorman, crowd controller, crowd control
  `,
};

export const actions: Family = {
  name: 'What is done with the subject',
  source: 'General English; verbs of the ESCO skills classification (public, European Commission)',
  kind: 'action',
  terms: `
    inspection = checklist, verification checks, walk through, walkthrough, look over, inspections of, inspect, inspecting, inspections, check, checking, checks, examine, examination, examining, pre-start, pre start, prestart, pre-use, pre use, walkaround, thorough examination, inspeccion, inspeccionar, revision
    investigation = investigate, investigating, investigations, investigacion, investigar, inquiry
    audit = audits, auditing, auditoria
    assessment = rating, judge, assess, assessing, assessments, evaluate, evaluating, evaluation, appraise, grade, evaluacion, evaluar
    analysis = analyses, examine data, study of, analyse, analysing, analyze, analyzing
    maintenance = overhaul, upkeep of, preventive servicing, refurbish, refurbishment, servicing, service and maintenance, repair, repairing, repairs, mantenimiento, upkeep
    installation = fitting of, mounting, commissioning, install, installing, instalacion, fit, fitting
    removal = clearance, clearing, extraction of, taking away, eliminate, retirada, remove, removing, disposal, dispose, disposing, dispose of, strip, eliminacion, retiro, withdraw
    testing = test, tests, pruebas, prueba, ensayo
    erection = assembling of, erect, erecting, erector, assemble, assembly, assembling, put up, set up, build, building of, construct, montaje
    dismantling = dismantle, take down, taking down, take apart, taking apart, deconstruction, striking, desmontaje
    rescue = rescues, rescuing, rescate, retrieval, recovery and rescue
    design = designing, diseno
    purchase = procurement of, buying, selection, selecting, select, choosing, seleccion
    transport of = transporting, transportation, transport, haulage, shipping, shipment, conveyance, transporte
    storage = storing, store, almacenamiento, stockpiling
    cleaning of = clean, cleaning, washing, limpieza
    reporting = disclosure, disclosing, declare, declaring, declaration, report, reports, notify, notification, reportar, reporte, notificacion
    remediation = remediate, abatement, clean up, cleanup, clean-up, decommissioning
    access = accessing, acceso
    permit = permits
    sampling = sample, samples, monitoring, monitor, measurement, measuring, vigilancia, muestreo
    calibration = calibrate, calibrating
    collection = collector, collecting, collect, collectors
    coordination = coordinate, coordinating
    communication of = communicate with
    loading = load
    unloading = unload, offloading
    labelling = labeling, labels, label, etiquetado, etiquetas
    return to service = returning to service, return equipment to service, returning equipment to service, re-energisation, reenergizing, restore to service, re-commissioning
    verifying = verify, verification of, proving, prove
    exercise = exercises, drill, drills, simulacro, simulacros, rehearsal, tabletop
    switching = switch, switches
  `,
};

export const settings: Family = {
  name: 'Where a course applies',
  source: 'Sectors of NAICS (US), SIC (UK) and ANZSIC (Australia, New Zealand), as public classifications',
  kind: 'setting',
  terms: `
    healthcare setting = surgery, operating room, operating theatre, theatre staff, perioperative, emergency department, intensive care, ICU, ward, wards, inpatient, inpatients, nurse, nurses, physicians, doctors, pharmacy, dental, dentistry, healthcare, health care, health care setting, healthcare facilities, healthcare environment, hospital, hospitals, clinical, clinic, patient, patients, medical, nursing, sanitario, hospitalario, sector salud, NHS, clinicians
    aged care = aged care facilities, residential care, care home, care homes, nursing home, nursing homes, long term care, social care, home care, disability care, NDIS, domiciliary care, elder care
    laboratory = laboratories, lab, labs, laboratorio, laboratorios
    office = offices, office staff, office worker, office workers, administrative staff, oficina, oficinas, desk based
    school = pupil, pupils, teachers staff, student, kindergarten, academic, primary school, secondary school, schools, education sector, college, university, universities, campus, escuela, colegios, students, classroom staff, early childhood, childcare, child care
    hospitality = kitchen, kitchens, catering, cafe, cafes, guest house, resort, resorts, food service industry, bar staff, hospitality industry, hotel, hotels, restaurant, restaurants, hosteleria, bar, bars, pub, licensed premises, venue, venues
    retail = stores, in store, supermarkets, retailer, sales floor, shop, shops, store staff, supermarket, comercio minorista
    warehouse setting = warehouse, warehouses, warehousing, distribution centre, distribution center, depot, almacen, logistics
    mining = mineworker, mineworkers, mine worker, minera, mina, minas, mine, mines, mine site, mines site, miner, miners, mineria, underground mining, coal mine, surface mine, MSHA, quarry, quarries, quarrying, cantera
    maritime = ship, ships, vessel, vessels, onboard ship, on board ship, shipboard, marine, seafarer, seafarers, shipyard, shipyards, port, ports, stevedore, stevedoring, longshore, longshoring, dock workers, maritimo, buque
    offshore setting = offshore, offshore installation, oil rig, platform offshore, FPSO
    oil and gas = oil gas, petroleum, refinery, well site, petrochemical, petroleo y gas
    agriculture = farm, farms, farming, agricultural, rural, agricultura, agricola, grain, horticulture, orchard
    forestry = forest, forests, logging, silvicultura, timber harvesting
    aquaculture = fish farm, fishery, fisheries, acuicultura
    aviation = airline staff, ground handling, ground handlers, airfield, aeronautical, airport, airports, aircraft, airline, aeropuerto, aviacion, ramp
    rail = railway, railways, railroad, rail corridor, trackside, rail industry, ferrocarril, ferroviario
    road setting = roadside, roadworks, highway, highways, motorway, carretera
    textile = textile industry, garment
    automotive setting = auto service, auto service facilities, garage, vehicle workshop, automotive, body shop, taller mecanico, auto shop, auto repair shop, auto repair, repair shop, mechanics workshop
    cleaning industry = cleaning and maintenance operations, cleaners, janitorial, custodial, housekeeping staff, janitors
    public sector = government, council, local authority, municipal, federal
    california = californian, cal osha, cal/osha
    new york = nyc, new york state, new york city
    nevada
    texas
    illinois = chicago
    florida
    ontario
    queensland = QLD
    new south wales = NSW
    victoria = VIC
    western australia
    south australia
    tasmania
    new zealand = NZ
    scotland = scottish
    wales
    northern ireland
    european union = EU
    mexico
    spain = espana
    institutional facilities = correctional, prison, prisons, detention
    laundry
    film set = film and television, theatre, stage setting, live events, event, events
    military = defence force, army, navy
    nuclear setting = nuclear, nuclear site
    utilities = electric utility, power company, water company, utility, power station, power plant, substation, substations, water utility
    pool setting = swimming pool, pools, aquatic centre
  `,
};

/** Regimes that have courses of their own on what others teach too. */
export const regimes: Family = {
  name: 'Regimes with courses of their own',
  source: 'OSHA 29 CFR 1910.120',
  kind: 'setting',
  terms: `
    HAZWOPER = haz woper, hazardous waste operations, hazardous waste operations and emergency response, 1910.120, HAZWOPER 40, HAZWOPER 24, HAZWOPER 8, hazwoper retraining, introduction to HAZWOPER, hazmat emergency response, understanding HAZWOPER, hazwoper retraining program, introduction to HAZWOPER a retraining program
  `,
};

export const commonSettings: Family = {
  name: 'Where most courses apply',
  source: 'General English; 29 CFR 1910 ("general industry") and 1926 ("construction")',
  kind: 'common setting',
  terms: `
    industry = industrial, industries, general industry, industrial facilities, industrial environment, factory, factories, plant, industria, fabrica
    construction = construction site, construction industry, construction environments, building site, construction companies, building and construction, construction company, construccion, civil construction
    manufacturing = manufacture, production, fabricacion, manufactura
    commercial = commercial facilities, light industrial, commercial and light industrial facilities
    site = sites, job site, jobsite, worksite, on site, in the field, field
    osha = federal osha, OSHA compliant, OSHA approved
    authority = EPA, HSE UK, safework, safework australia, NIOSH, ANSI, FDA, CDC, FAA, CASA, EASA, CAA, ICAO, FRA rules, ILO, EU OSHA, CCOHS, FSANZ, STPS, INSST, joint commission, JCAHO, CQC, OFSTED, CAN/CSA, city and guilds, NCCER, TUV
  `,
};
