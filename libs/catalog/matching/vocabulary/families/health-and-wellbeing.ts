import type { Family } from '../family.js';

export const health: Family = {
  name: 'Occupational health and wellbeing',
  source:
    'HSE Management Standards (stress), ISO 45003 (psychosocial risks), US DOT 49 CFR 40 and 382, Mental Health First Aid International, SafeWork Australia codes of practice',
  kind: 'subject',
  terms: `
    drug and alcohol = drugs and alcohol, alcohol and drugs, alcohol and other drugs, AOD, AOD awareness, D&A, D&A policy, drug alcohol, drug and alcohol policy, drug and alcohol awareness, drug and alcohol policy awareness, drug and alcohol abuse, dealing with drug and alcohol abuse, substance abuse, substance misuse, drug free workplace, drug-free workplace, alcohol awareness, drug awareness, drug and alcohol testing, drugs, alcohol misuse, drogas y alcohol, alcohol y drogas, alcohol y otras drogas, abuso de sustancias, fitness for work drugs and alcohol, alcohol policy, drug policy, impairment, cannabis at work, marijuana in the workplace, drug testing, alcohol testing, random drug testing, drug abuse, alcohol abuse, substance use
    reasonable suspicion < drug and alcohol for managers = reasonable suspicion training, reasonable suspicion for supervisors, DOT reasonable suspicion, DOT supervisor training, reasonable cause, sospecha razonable
    drug and alcohol for managers = drug and alcohol abuse for managers and supervisors, dealing with drug and alcohol abuse for managers and supervisors, drug and alcohol for managers and supervisors, drug and alcohol for supervisors, substance abuse for supervisors, drugs and alcohol for managers, drug and alcohol awareness for managers
    drug testing collector = urine collector, DOT collector, specimen collector, breath alcohol technician, BAT technician, drug test collector, oral fluid collector, collect specimens for drugs of abuse testing, drug testing technician
    smoking cessation = smoking, tobacco, vaping, quit smoking, smoke free, tabaquismo
    responsible service of alcohol = RSA, RSA certificate, responsible alcohol service, TIPS alcohol, ServSafe alcohol, alcohol server, liquor licence, SITHFAB021, serve alcohol responsibly, alcohol service, bartender licence, licencia de alcohol, SITHFAB002, smart serve, BASSET, alcohol seller server, responsible beverage service, RBS
    personal licence holder ~ responsible service of alcohol = APLH, personal licence alcohol, personal licence to sell alcohol, award for personal licence holders, premises supervisor, DPS licence
    responsible conduct of gambling = RCG, RSG, responsible service of gaming, responsible gambling, gaming licence, problem gambling, SITHGAM022, SITHGAM001, juego responsable
    work stress = stress, workplace stress, stress management, stress at work, job stress, managing stress, stress awareness, estres, estres laboral, manejo del estres, burnout, stress reduction, coping with stress
    resilience = personal resilience, building resilience, resilience training, resiliencia, mental toughness
    mental health awareness = mental health, mental health at work, mental wellbeing, mental health in the workplace, workplace mental health, salud mental, mental health essentials, mental health for managers, psychological wellbeing
    mental health first aid ~ first aid = mental health first aider, MHFA, mental health first aider MHFA, primeros auxilios psicologicos, psychological first aid, mental first aid
    suicide prevention = suicide awareness, ASIST, safeTALK, suicide intervention, self harm, prevencion del suicidio, mates in construction, suicide first aid
    psychosocial hazards = psychosocial risks, psychosocial risk, psychological health, psychosocial, ISO 45003, riesgos psicosociales, riesgo psicosocial, NOM 035, psychosocial safety
    employee assistance = employee assistance program, employee assistance programme, EAP, programa de asistencia al empleado
    wellness = wellbeing, well being, fitness and wellness, health and wellbeing, healthy living, healthy lifestyle, health promotion, employee wellness, workplace wellness, exercise and nutrition, bienestar, habitos saludables, employee wellbeing, physical fitness, weight management
    fitness for work = fit for work, fitness for duty, fit for duty, fitness to work, aptitud laboral, medical fitness, pre-employment medical
    workplace violence = violence prevention, violence at work, workplace violence prevention, workplace violence and aggression, violence and aggression, occupational violence, aggression, workplace aggression, violencia laboral, violencia en el trabajo, SB 553, violence, threatening behaviour, violence in the workplace, WPV, WPV prevention
    robbery ~ workplace violence = robbery awareness, armed robbery, armed hold up, robbery response, hold up, bank robbery, branch robbery, robo
    conflict resolution = conflict management, de-escalation, de escalation, deescalation, resolving conflict, managing conflict, handling conflict, dealing with difficult people, difficult customers, resolucion de conflictos, manejo de conflictos, conflict, verbal judo, managing aggression, challenging behaviour, aggressive behaviour, conflict de-escalation, crisis prevention intervention
    physical restraint = breakaway, restrictive practices, restrictive practice, CPI, MAPA, PMVA, safe holding, physical intervention, restrictive intervention, team teach, positive handling, positive handling and restraint, restraint, restraint training, control and restraint, safe crisis management
    domestic violence = domestic and family violence, domestic abuse, family violence, intimate partner violence, DFV, violencia domestica, violencia de genero, violencia machista
    menopause = menopause awareness
    ageing workforce = older workers, aging workers
    occupational disease = occupational illness, occupational diseases, enfermedades profesionales
  `,
};

export const clinical: Family = {
  name: 'Healthcare and care',
  source:
    'UK Core Skills Training Framework (Skills for Health) and Care Certificate; OSHA 29 CFR 1910.1030; CDC tuberculosis guidance; HIPAA 45 CFR 160–164; AU National Standards (NSQHS), NDIS and aged care modules',
  kind: 'subject',
  terms: `
    bloodborne pathogens = blood borne pathogens, bloodborne, BBP, blood borne viruses, BBV, HIV, hepatitis B, bloodborne pathogens standard, universal precautions, standard precautions, 1910.1030, patogenos transmitidos por la sangre, patogenos sanguineos, blood and body fluids, body fluids, exposure to blood, bloodborne pathogen, blood borne disease, bloodborne infectious diseases, hepatitis
    needlestick prevention = needlestick, needle stick, sharps, sharps safety, sharps injury, sharps injuries, sharps handling, pinchazos, needle stick injury, objetos punzantes
    tuberculosis = TB, TB awareness, tuberculosis awareness, TB exposure
    infection control = infection prevention, infection prevention and control, IPC, infection control and hand hygiene, infection control awareness, infection prevention control, cross infection, control de infecciones, prevencion y control de infecciones, HAI, healthcare associated infections, MRSA, HLTINF001, HLTINF006, BSBWHS332X, control de infeccion, infection prevention and control level 2
    clostridium difficile ~ infection control = C diff, C difficile
    donning and doffing < infection control = PPE donning and doffing, don and doff
    transmission based precautions < infection control = contact precautions, droplet precautions, airborne precautions, isolation precautions
    hand hygiene < infection control = hand washing, handwashing, hand wash, five moments, 5 moments, lavado de manos, higiene de manos, wash your hands, hand hygiene awareness
    covid-19 = COVID, COVID 19, coronavirus, pandemic, SARS CoV 2, pandemic preparedness, pandemia, covid safety
    infectious diseases = communicable diseases, infectious disease, influenza, flu, measles, norovirus, enfermedades infecciosas, respiratory illness, disease outbreak
    aseptic technique = ANTT, aseptic non touch technique, sterile technique, tecnica aseptica, aseptic practices
    sterilisation = sterile processing, sterilization, instrument reprocessing, CSSD, decontamination of instruments, esterilizacion
    endoscopy ~ sterilisation = endoscope reprocessing, endoscope decontamination
    medication administration = medication management, medicines management, safe handling of medicines, medication safety, administering medication, medications, administer medication, assist with medication, medicines administration, administracion de medicamentos, HLTHPS006, HLTHPS007, medication competency, medicine, medication assistance, medication prompting, medication support, assisting with medication, meds management, prompting medication
    medication reconciliation ~ medication administration = med rec, medicines reconciliation
    safeguarding adults = adult safeguarding, SOVA, safeguarding vulnerable adults, vulnerable adults, elder abuse, protection of vulnerable adults, safeguarding of adults, adult protection, at risk adults
    safeguarding children = child protection, child safeguarding, child safe standards, child safety standards, child safe, child safety, child abuse, mandatory reporting, mandated reporter, mandated reporting, safeguarding children and young people, working with children, WWCC, working with children check, blue card children, CHCPRT001, proteccion infantil, proteccion de menores, protecting children, keeping children safe, child safe organisations
    safeguarding = safeguarding awareness, safeguarding adults and children
    abuse and neglect = abuse neglect, abuse prevention, abuse and exploitation, neglect, elder abuse and neglect
    serious incident response = SIRS, serious incident response scheme, compulsory reporting aged care, reportable incidents
    dementia = dementia awareness, dementia care, alzheimers, demencia
    frailty = frailty syndrome
    delirium ~ dementia = delirium awareness, acute confusion
    person-centred care = person centered care, patient centred care, dignity, dignity in care, privacy and dignity, dignity and respect, patient experience, consumer dignity
    mental capacity act = MCA, mental capacity, MCA DoLS
    deprivation of liberty ~ mental capacity act = DoLS, LPS, liberty protection safeguards, deprivation of liberty safeguards
    learning disability and autism = oliver mcgowan, learning disability awareness, learning disability, intellectual disability, disability awareness, learning disabilities, intellectual disabilities
    neurodiversity ~ learning disability and autism = neurodivergent, neurodiversity awareness, neuroinclusion
    dyslexia ~ learning disability and autism = dislexia
    ADHD ~ learning disability and autism = attention deficit
    autism ~ learning disability and autism = autism awareness, ASD, autism spectrum, autism spectrum disorder, autismo, autistic
    NDIS orientation = NDIS worker orientation, quality safety and you, NDIS worker screening, NDIS worker
    falls prevention patients = patient falls, preventing falls in older people, falls in the elderly, falls prevention in care, falls risk, patient falls prevention, falls in older adults, falls prevention in older adults, older adults falls, falls in older people, falls prevention in the elderly, elderly falls, inpatient falls, fall risk assessment, morse fall scale, morse scale, fall risk, fall scale
    pressure injury prevention = pressure ulcer, pressure ulcers, pressure injuries, pressure sores, pressure area care, ulceras por presion, tissue viability, skin integrity, bed sores, bedsores, decubitus, decubitus ulcers, bed sore prevention, pressure care
    nutrition and hydration care = nutrition and hydration, dysphagia, swallowing difficulties, mealtime management, fluids and nutrition, IDDSI, choking
    end of life care = palliative care, end of life, advance care planning, cuidados paliativos, palliative approach, palliative
    syringe driver ~ end of life care = syringe driver medication, T34
    catheter care = catheterisation, catheter, urinary catheter, urinary catheterisation, catheterization, urinary catheterization, catheter insertion, sonda vesical, IDC, indwelling catheter, IDC catheter, catheter management
    continence care ~ catheter care = continence, incontinence
    stoma care ~ catheter care = ostomy, colostomy
    venepuncture = phlebotomy, venipuncture, blood collection, flebotomia, HLTPAT
    cannulation ~ venepuncture = IV cannulation, peripheral intravenous cannulation, intravenous cannulation, peripheral cannulation, IV cannula, PIVC
    IV therapy ~ cannulation = intravenous therapy, infusion therapy, IV therapy and infusions
    blood transfusion = transfusion, blood safe, transfusion practice, bloodsafe
    venous thromboembolism = VTE, DVT, deep vein thrombosis, pulmonary embolism, VTE prevention, blood clots
    care certificate = care certificate standards, care standards, fundamentals of care
    clinical documentation = care planning, medical records, documentation and reporting, introduction to documentation and reporting, charting, case notes, nursing documentation
    record keeping care ~ clinical documentation
    patient safety = patient safety incident, PSIRF, clinical governance, never events, seguridad del paciente
    hazardous drugs = cytotoxic, cytotoxics, cytotoxic drugs, chemotherapy, chemotherapy safety, antineoplastic, USP 800, citostaticos
    anaesthetic gases = waste anesthetic gases, anesthetic gases
    procedural sedation = moderate sedation, conscious sedation, sedation, deep sedation
    surgical smoke = surgical plume, electrosurgery
    radiology safety = MRI safety, MRI, diagnostic imaging
    personal care = personal hygiene care, showering, assist with personal care
    chaperone = chaperoning
    HIPAA = HIPAA privacy, health information privacy, PHI, protected health information, HITECH, HIPAA privacy and security, patient privacy, patient confidentiality, health records privacy, HIPAA compliance
    EMTALA = emergency treatment and labor act
    GCP = good clinical practice, ICH GCP, clinical trials, human subjects, research ethics
    GMP = good manufacturing practice, cGMP, good manufacturing practices, GxP, buenas practicas de manufactura, BPM, BPF, BPF buenas practicas de manufactura, current good manufacturing practice
    21 CFR 11 ~ GMP = electronic records and signatures, part 11 compliance, part 11, 21 CFR part 11
    data integrity ~ GMP = ALCOA
    good distribution practice ~ GMP = GDP pharma, GDP wholesale, GDP medicines, wholesale distribution medicines
    GLP ~ GMP = good laboratory practice
    healthcare fraud = fraud waste and abuse, FWA, medicare fraud, stark law, anti kickback, false claims act, medicare compliance
  `,
};
