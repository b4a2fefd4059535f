import type { Family } from '../family.js';

export const businessSkills: Family = {
  name: 'Leadership, work skills and trades',
  source:
    'ESCO transversal skills (European Commission); O*NET work activities (US Department of Labor); ISO 9001; PMI and Lean glossaries',
  kind: 'subject',
  terms: `
    leadership = leadership skills, leadership development, leadership essentials, leading people, leading teams, liderazgo, critical leadership, team leadership, field leadership, leadership fundamentals, introduction to field leadership, frontline leadership, lead others
    situational leadership ~ leadership
    servant leadership ~ leadership
    new manager = new managers, first time manager, new supervisor, becoming a manager, people management, managing people, management fundamentals, management skills, new manager 101, supervisory skills, supervision skills, first line manager, transition to management, nuevo gerente, habilidades gerenciales, foreman training, roles and responsibilities of a foreman, foreman role
    emotional intelligence = EQ, EI, emotional quotient, inteligencia emocional, leading with emotional intelligence
    empathy = developing empathy, empatia
    communication skills = effective communication, communication, communications, communicating effectively, communicate effectively, business communication, comunicacion efectiva, comunicacion, interpersonal skills, communication and feedback, better communication, techniques for better communication, verbal communication, workplace communication, interpersonal communication
    personality types ~ communication skills = MBTI, DISC, myers briggs, insights discovery
    assertiveness < communication skills = assertive communication, asertividad
    active listening < communication skills = listening skills, listening, escucha activa
    feedback = giving feedback, feedback skills, receiving feedback, constructive feedback, retroalimentacion
    coaching = coaching skills, coaching and mentoring, coaching for performance, coach, coaches
    team building = teamwork, building an effective team, effective teams, building teams, team development, trabajo en equipo, working in teams, high performing teams, team working, effective team
    delegation = delegating, delegate work, delegacion
    motivation = motivating your team, motivating employees, motivate, motivating teams, motivacion, engagement, motivating
    time management = managing time, managing your time, prioritisation, personal productivity, gestion del tiempo, time planning, organising your work, prioritising
    productivity = on-site productivity, workplace productivity, productividad
    presentation skills = presenting, presentations, the art of presenting, giving presentations, creating slides, presentation design, creating your slides, powerpoint presentations
    public speaking < presentation skills = speaking in public, hablar en publico, speak in public
    storytelling ~ presentation skills = data storytelling
    negotiation = negotiation skills, negotiating, negociacion
    decision making = problem solving and decision making, toma de decisiones
    critical thinking ~ decision making = pensamiento critico
    problem solving ~ decision making = resolucion de problemas, problem solving techniques
    change management = managing change, leading change, organisational change, gestion del cambio, change leadership
    customer service = customer care, client service, customer experience, customer service skills, servicio al cliente, atencion al cliente, customer service excellence, customer service training
    telephone skills < customer service = telephone etiquette, call handling, phone skills, call centre, call center, telephone customer service, customer service over the phone, phone customer service, customer service by phone
    complaint handling < customer service = complaints handling, handling complaints, customer complaints, complaints, guest complaints, guest complaint, dealing with complaints, complaint resolution, complaint recovery, service recovery, manejo de quejas
    sales skills = selling, sales, ventas, sales techniques, consultative selling
    project management = project planning, gestion de proyectos, project structure, managing projects, project delivery, project controls, project manager
    work management software = asana, trello, slack, notion, monday.com
    confluence = atlassian confluence
    jira ~ agile = atlassian jira
    microsoft project ~ project management = ms project
    project closeout ~ project management = job closeout
    PMP ~ project management = project management professional, CAPM
    PRINCE2 ~ project management
    agile ~ project management = scrum, kanban, agile and scrum, scrum master, product owner, agile project management, sprint planning
    managing subcontractors < contractor = subcontractor management, managing sub-contractors, managing contractors, managing sub contractors, supplier management, vendor management
    change orders = change order, approving change orders, variations, change order management
    lean = lean construction, lean manufacturing, introduction to lean construction, lean principles
    value stream mapping < lean = VSM
    eight wastes < lean = 8 wastes, the eight wastes of construction, wastes of construction, waste elimination, muda, seven wastes
    kaizen < lean = continuous improvement, mejora continua
    six sigma ~ lean = lean six sigma, DMAIC, LSS
    black belt ~ six sigma = six sigma black belt, lean six sigma black belt, LSS black belt
    green belt ~ six sigma = six sigma green belt, lean six sigma green belt, LSS green belt
    yellow belt ~ six sigma = six sigma yellow belt, lean six sigma yellow belt, LSS yellow belt
    quality management = quality control, quality assurance, QA, QC, QA/QC, QMS, quality awareness, quality, control de calidad, gestion de calidad, total quality, introduction to quality control, quality systems, calidad, inspection and test plan
    AS9100 < quality management
    IATF 16949 < quality management
    ISO 9001 < quality management = ISO 9001 awareness
    internal auditing = internal auditor ISO 9001, ISO 9001 auditor, quality auditor, lead auditor ISO 9001
    ViewPoint = viewpoint software, vista viewpoint
    Accubid = accubid pro, estimating software, learning accubid pro
    procore = procore certification
    construction drawings = blueprint reading, blueprints, read drawings, plan reading, technical drawings, lectura de planos, reading plans
    microsoft office = office 365, microsoft 365, ms office, M365, O365
    sharepoint < microsoft office = microsoft sharepoint
    microsoft teams < microsoft office = MS teams
    outlook < microsoft office = microsoft outlook
    powerpoint < microsoft office = microsoft powerpoint
    microsoft word < microsoft office = word processing, MS word, ms word
    Excel < microsoft office = microsoft excel, spreadsheets, spreadsheet, hojas de calculo, excel for analysts, ms excel, excel spreadsheets
    pivot tables < Excel = pivot table, excel pivot tables
    ERP software = oracle, ERP
    netsuite < ERP software
    dynamics 365 < ERP software = microsoft dynamics
    workday < ERP software = workday HCM, HRIS
    SAP < ERP software = SAP S/4HANA
    SAP materials management < SAP = SAP MM
    SAP finance < SAP = SAP FI, SAP FICO, SAP finance FI
    business writing = technical writing, redaccion, writing skills, business email writing, business emails
    finance for non-financial managers = finance basics, financial literacy, finance for nonfinancial managers, finance for non finance managers, non financial managers finance, finance for non-finance managers
    innovation = creativity, innovacion, design thinking
    creative thinking ~ innovation = brainstorming, pensamiento creativo
    strategy = strategic planning, estrategia, planificacion estrategica
    meetings = meeting management, effective meetings, running meetings, facilitation, facilitation skills, reuniones
    English language = english as a second language, ESL, workplace english, LLN, language literacy and numeracy, numeracy, literacy
    cash handling = money handling, manejo de efectivo, till, tills, till operation, cash register, cash register operation, cash office, petty cash
    point of sale ~ cash handling = POS, till operation, cash register, EPOS
    counterfeit currency ~ cash handling = counterfeit notes, counterfeit money, counterfeit banknotes, fake notes
    loss prevention = prevencion de perdidas, shoplifting, theft prevention retail, shrinkage, retail theft
    theft prevention ~ loss prevention = shoplifting, retail theft, shrinkage, organised retail crime
    inventory = inventory management, stock control, stocktake, inventario, picking and packing, gestion de almacen
    plumbing = plumber, backflow, fontaneria, gas plumbing
    carpentry = joinery, carpinteria
    HVAC = air conditioning, heating ventilation, climatizacion
    surveying = setting out, land surveying, topografia
    recruit induction trade = apprenticeship, traineeship
    laundry operations = linen handling, lavanderia
    gardening = landscaping, horticulture skills, grounds maintenance, jardineria
    cleaning skills = cleaning techniques, commercial cleaning, cleaning chemicals, cleaning agents, chemical cleaning agents, limpieza general, cleaning operations, janitorial safety, cleaner safety, professional cleaning
    window cleaning = facade access, high rise window cleaning
    tattoo and beauty = skin penetration, body art, beauty therapy, nail technician
    working dogs = dog handling, dog handler
    firearms = firearm, weapons, gun safety, firearm safety, armas de fuego, use of force, pepper spray, taser
    locksmith = key cutting
    google workspace = gsuite, G suite, google docs, google sheets
    salesforce < CRM = salesforce administrator, SFDC, SFDC admin, salesforce administration
    CRM = customer relationship management, hubspot
    informed consent = consent, consent to treatment, patient consent, consentimiento informado
    pharmacovigilance = drug safety reporting, adverse event reporting, adverse events, PV training, drug safety, adverse drug reactions
    age restricted sales = challenge 25, underage sales, age verification, under age sales, think 25, age checks, underage
  `,
};
