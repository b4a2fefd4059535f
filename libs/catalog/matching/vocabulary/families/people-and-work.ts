import type { Family } from '../family.js';

export const peopleAndWork: Family = {
  name: 'Employment, soft skills and careers',
  source:
    'ESCO transversal skills; O*NET work styles; CIPD and SHRM bodies of knowledge; UK ACAS and US EEOC guidance; AU Fair Work Ombudsman',
  kind: 'subject',
  terms: `
    ADA accommodation < disability inclusion = reasonable accommodation process, accommodation requests, interactive process
    religious accommodation = religious discrimination, religion at work
    age discrimination < discrimination = ageism, ADEA
    pregnancy discrimination < discrimination = PWFA, pregnant workers fairness act, lactation at work
    gender identity ~ diversity and inclusion = transgender inclusion, pronouns, gender diversity, transgender awareness
    racism ~ diversity and inclusion = anti racism, race equality, racial equity
    microaggressions ~ unconscious bias = micro aggressions
    bystander intervention ~ workplace harassment = active bystander, upstander, bystander
    generational diversity ~ diversity and inclusion = multigenerational workforce, managing generations
    workplace romance ~ code of conduct = relationships at work, fraternization
    dress code = appearance policy, uniform policy
    attendance policy ~ absence management = punctuality, timekeeping policy, lateness
    flexible working = flexible work, part time work, job sharing
    redundancy = layoffs, reduction in force, WARN act, outplacement
    probation = probationary review, probation review
    exit interviews = offboarding
    background checks = pre employment screening, antecedentes, police check, police checks
    right to work ~ background checks = work eligibility, I-9, form I-9, employment eligibility
    workforce planning = talent management, talent development, planificacion de personal
    succession planning ~ workforce planning
    job evaluation = compensation, reward management, salary review
    employee benefits ~ job evaluation = benefits, benefits administration, benefits enrolment
    learning and development = training needs analysis, train staff, instructional skills, adult learning, design training
    onboarding new employees = onboarding for managers, onboarding buddy
    employee engagement ~ motivation = employee recognition, recognition and reward
    managing remote teams ~ remote working = virtual teams, leading remote teams, hybrid teams, remote team management, leading virtual teams, remote team leadership, virtual team leadership, manage virtual teams
    psychological safety ~ psychosocial hazards = speak up culture
    goal setting = SMART goals, objectives, OKR, setting goals, KPI, objetivos
    difficult conversations ~ conflict resolution = crucial conversations, courageous conversations, challenging conversations, hard conversations, tough conversations, having tough conversations
    mediation ~ conflict resolution = mediator, mediation skills
    influencing = influencing skills, persuasion, stakeholder management, networking skills, influence
    strategic thinking ~ strategy = systems thinking, business acumen
    accountability = ownership mindset, taking responsibility, responsabilidad personal
    adaptability = flexibility, adapt to change, coping with change, adaptabilidad, agility
    attention to detail = accuracy, detail orientation
    self management = self discipline, self motivation, organisation skills, organizational skills, personal effectiveness, organise yourself
    stress tolerance ~ resilience = tolerate stress, work under pressure
    mindfulness ~ wellness = meditation, yoga, relaxation
    financial wellbeing ~ wellness = personal finance, money management, financial wellness
    sleep hygiene ~ wellness
    work-life balance ~ wellness = work life balance
    nutrition ~ wellness = healthy eating, diet
    back to work after illness ~ injury management
    cancer awareness ~ wellness = breast cancer, prostate cancer, health screening
    heart health ~ wellness = blood pressure, cholesterol, cardiovascular health
    carer support ~ wellness = working carers, caregiver
    bereavement = grief, grief at work, loss and grief
    gambling harm ~ wellness = gambling addiction
    vicarious trauma ~ work stress = compassion fatigue, secondary trauma, critical incident stress, CISM, PTSD
    self-esteem = confidence, self confidence, confidence building
    memory and reading skills = speed reading, note taking, minute taking, taking minutes
    email etiquette ~ business writing = writing emails, email writing, professional emails
    report writing ~ business writing = writing reports
    grammar ~ business writing = proofreading, spelling, punctuation, editing
    telephone sales ~ sales skills = cold calling, telesales, telemarketing
    account management ~ sales skills = key account management
    marketing = advertising, mercadeo, marketing strategy
    branding ~ marketing = brand management
    market research ~ marketing
    public relations = press releases, corporate communications, relaciones publicas
    event management = event planning, organise events, planning events
    conference planning ~ event management
    administrative skills = office administration, secretarial, executive assistant, clerical, filing, data entry, diary management, administrative assistant
    translation = translating, interpreting, interpretation, traduccion
    spanish language = learn spanish, espanol, castilian
    french language = learn french, frances
    german language = learn german, aleman
    sign language = BSL, auslan, ASL sign language
    mathematics = maths, math, arithmetic, calculations, matematicas
    research skills = conduct research, literature review, academic research
    entrepreneurship = business planning, start a business, small business, emprendimiento
    business etiquette = professionalism, professional behaviour, workplace etiquette
    customer retention ~ customer service = customer loyalty
    cross-cultural communication ~ cultural awareness = intercultural communication, working across cultures
    personal safety = personal security, travel security, travel safety, business travel safety, hostile environment, HEAT hostile environment, street safety
    home safety = safety at home, off the job safety
    fire safety at home ~ fire safety
    parking and vehicles policy = company vehicle policy, fleet policy
    visitor management = signing in visitors, reception security
    mail handling = mailroom, post room
    volunteer management = volunteers management, volunteer induction
    fundraising = donor management, charity fundraising
    social work = case work, youth work, community work
    counselling skills = counseling skills, counselling, counseling, helping skills
  `,
};
