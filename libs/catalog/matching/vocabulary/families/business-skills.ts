import type { Family } from '../family.js';

export const businessSkills: Family = {
  name: 'Leadership, work skills and trades',
  source: 'ESCO transversal skills (European Commission); O*NET work activities (US Department of Labor); ISO 9001; PMI and Lean glossaries',
  kind: 'subject',
  terms: `
    leadership = leadership skills, leadership development, leadership essentials, leading people, leading teams, liderazgo, critical leadership, team leadership, field leadership, leadership fundamentals, introduction to field leadership, frontline leadership, lead others
    new manager = new managers, first time manager, new supervisor, becoming a manager, people management, managing people, management fundamentals, management skills, new manager 101, supervisory skills, supervision skills, first line manager, transition to management, nuevo gerente, habilidades gerenciales, foreman training, roles and responsibilities of a foreman, foreman role
    emotional intelligence = EQ, EI, emotional quotient, inteligencia emocional, leading with emotional intelligence
    empathy = developing empathy, empatia
    communication skills = effective communication, communication, communications, communicating effectively, communicate effectively, business communication, comunicacion efectiva, comunicacion, interpersonal skills, communication and feedback, better communication, active listening, listening skills, listening, assertiveness, techniques for better communication, verbal communication, workplace communication, interpersonal communication
    feedback = giving feedback, feedback skills, receiving feedback, constructive feedback, retroalimentacion
    coaching = coaching skills, coaching and mentoring, coaching for performance, coach, coaches
    team building = teamwork, building an effective team, effective teams, building teams, team development, trabajo en equipo, working in teams, high performing teams, team working, effective team
    delegation = delegating, delegate work, delegacion
    motivation = motivating your team, motivating employees, motivate, employee engagement, motivating teams, motivacion, engagement, motivating
    time management = managing time, managing your time, prioritisation, personal productivity, gestion del tiempo, time planning, organising your work, prioritising
    productivity = on-site productivity, workplace productivity, productividad
    presentation skills = presenting, public speaking, presentations, the art of presenting, giving presentations, creating slides, presentation design, creating your slides, hablar en publico, powerpoint presentations
    negotiation = negotiation skills, negotiating, negociacion
    decision making = problem solving, critical thinking, problem solving and decision making, toma de decisiones, creative thinking, resolucion de problemas
    change management = managing change, leading change, organisational change, gestion del cambio, change leadership
    customer service = customer care, client service, customer experience, customer service skills, servicio al cliente, atencion al cliente, customer service excellence, guest service, customer service training, complaint handling, complaints handling, handling complaints, customer complaints, complaints, telephone skills
    sales skills = selling, sales, ventas, sales techniques, consultative selling
    project management = project planning, PRINCE2, PMP, agile, scrum, gestion de proyectos, project structure, managing projects, project closeout, job closeout, project delivery, project controls, project manager
    managing subcontractors = subcontractor management, managing sub-contractors, managing contractors, managing sub contractors, supplier management, vendor management
    change orders = change order, approving change orders, variations, change order management
    lean = lean construction, lean manufacturing, introduction to lean construction, eight wastes, 8 wastes, the eight wastes of construction, wastes of construction, kaizen, continuous improvement, six sigma, lean six sigma, mejora continua, value stream mapping, lean principles, waste elimination
    quality management = quality control, quality assurance, QA, QC, QA/QC, QMS, ISO 9001, quality awareness, quality, control de calidad, gestion de calidad, total quality, introduction to quality control, quality systems, calidad, IATF 16949, AS9100, inspection and test plan
    internal auditing = internal auditor ISO 9001, ISO 9001 auditor, quality auditor, lead auditor ISO 9001
    ViewPoint = viewpoint software, vista viewpoint
    Accubid = accubid pro, estimating software, learning accubid pro, estimating
    procore = procore certification
    construction drawings = blueprint reading, blueprints, read drawings, plan reading, technical drawings, lectura de planos, reading plans
    microsoft office = excel, word processing, powerpoint, outlook, spreadsheets, microsoft excel, office 365, microsoft 365, ms office, microsoft teams, sharepoint
    ERP software = SAP, oracle, workday, ERP, HRIS, CRM, salesforce
    business writing = report writing, email writing, email etiquette, technical writing, redaccion, writing skills, grammar
    finance for non-financial managers = budgeting, budget, budget management, finance basics, accounting, financial literacy, presupuestos, contabilidad, invoicing, accounts payable, expense policy, travel and expenses, expenses
    innovation = creativity, innovacion, design thinking
    strategy = strategic planning, strategic thinking, estrategia, planificacion estrategica
    meetings = meeting management, effective meetings, running meetings, facilitation, facilitation skills, reuniones
    English language = english as a second language, ESL, workplace english, LLN, language literacy and numeracy, numeracy, literacy
    cash handling = money handling, till operation, point of sale, POS, cash register, manejo de efectivo, counterfeit currency
    loss prevention = shoplifting, theft prevention, retail theft, shrinkage, prevencion de perdidas, age restricted sales, challenge 25, underage sales, age verification
    inventory = inventory management, stock control, stocktake, inventario, picking and packing, warehouse operations, gestion de almacen
    plumbing = plumber, backflow, fontaneria, gas plumbing
    carpentry = joinery, carpinteria
    HVAC = air conditioning, heating ventilation, climatizacion
    surveying = setting out, land surveying, topografia
    recruit induction trade = apprenticeship, traineeship
    laundry operations = linen handling, lavanderia
    gardening = landscaping, horticulture skills, grounds maintenance, jardineria
    cleaning skills = cleaning techniques, commercial cleaning, cleaning chemicals, cleaning agents, chemical cleaning agents, floor care, limpieza general, cleaning operations, janitorial safety, cleaner safety, professional cleaning
    window cleaning = facade access, high rise window cleaning
    tattoo and beauty = skin penetration, body art, beauty therapy, nail technician
    working dogs = dog handling, dog handler
    firearms = firearm, weapons, gun safety, firearm safety, armas de fuego, use of force, pepper spray, taser
    locksmith = key cutting
  `,
};
