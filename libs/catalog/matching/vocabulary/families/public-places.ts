import type { Family } from '../family.js';

export const hospitalityAndRetail: Family = {
  name: 'Hospitality, retail and leisure',
  source:
    'AU SIT training package; UK BIIAB and CTH syllabuses; US AHLEI and ServSafe; ISO 21101; World Health Organization pool guidelines',
  kind: 'subject',
  terms: `
    housekeeping rooms = room cleaning, room attendant, housekeeping room standards, guest room cleaning, bed making, making beds, hotel housekeeping, camarera de piso, turndown
    front desk = reception, front office, guest check in, receptionist, check in and check out, recepcion
    revenue management = yield management, hotel revenue management
    reservations ~ front desk = front office reservations, hotel reservations, booking
    concierge ~ front desk
    property management system = PMS, opera PMS, opera
    upselling ~ sales skills = upselling at reception, cross selling, suggestive selling, add on sales
    wine knowledge = wine, sommelier, wine service, wine appreciation, WSET, vino, wines
    bar skills = bartending, cocktails, mixology, bartender, coctail making, cocteleria
    cellar management ~ bar skills = cellar, beer cellar, draught beer, beer line cleaning, beer quality
    barista coffee < barista = coffee making, latte art, espresso machine, make coffee
    table service = waiting tables, waiter, food and beverage service, silver service, food service, serving food, camarero, mesero, food running
    hosting guests ~ table service
    cooking = culinary skills, cookery, chef skills, food production, cocinar, commercial cookery, chef
    baking ~ cooking = pastry, bakery skills, bread making
    knife skills ~ kitchen safety = kitchen knives, kitchen knife, chef knife, kitchen knife skills
    room service = in room dining
    guest privacy = guest confidentiality
    panic button = duress alarm, personal alarm, employee safety device, panic alarm
    pool operation = pool plant, pool operator, CPO, swimming pool maintenance, pool chemistry, pool water treatment, spa and pool, swimming pool plant operation, swimming pool plant, pool plant operator, pool plant operation, certified pool operator, pool technician
    pool chemical safety ~ pool operation = pool chemicals, chlorine handling pool, pool chlorine
    playground safety = playground supervision
    crowd management = crowd safety, crowd control events, event safety, safety stewarding, stewarding, spectator safety officer
    door supervision ~ physical security
    guest service ~ customer service = hospitality skills, guest experience, guest relations, service excellence, atencion al huesped
    mystery shopping ~ customer service
    visual merchandising = merchandising, product display, shelf stacking, planogram, stock replenishment
    product knowledge = brand standards, product training, menu knowledge
    refunds and returns = returns policy, returns handling, refund policy
    gaming compliance ~ responsible conduct of gambling = casino, casino gaming, gaming floor, gambling harm
    lottery sales ~ age restricted sales = tobacco sales, tobacco retail, knife sales, fireworks sales, vape sales
    gas heaters outdoor ~ gas safety = patio heaters, LPG cylinders for catering, BBQ gas
    tour guiding = tour guide, excursion leader, guided tours
    adventure activities = outdoor activities, high ropes, ropes course, zip line
    kayaking ~ adventure activities = canoeing, paddling
    climbing instructor ~ adventure activities = belay, rock climbing
    amusement rides = ride operator, theme park rides, attractions operation, roller coaster
    gym safety = fitness instructor, personal trainer, gym induction, spotting weights
    allergen matrix ~ food allergens
    food delivery ~ temperature control = receiving goods, food receiving, delivery temperatures
    sushi rice ~ temperature control = specialised food processes, sous vide, vacuum packing
    ice machine ~ cleaning and sanitising = dishwashing, warewashing, dishwasher, pot wash, kitchen porter
    waste oil ~ kitchen safety = grease trap, used cooking oil
    fire suppression kitchen ~ fire safety = kitchen hood suppression, ansul, kitchen fire, cooking fires, fire safety in kitchens
    makeup and hairdressing = hairdressing, hair stylist, barbering, cosmetology, salon safety
    floor care ~ cleaning skills = carpet cleaning, floor polishing, floor stripping, mopping
    public address ~ emergency evacuation
    lost property = lost and found
    accessible customer service ~ disability inclusion = wheelchair assistance, assisting customers with disabilities, disability customer service, service animals, assistance dogs
    retail security ~ loss prevention = refund fraud, self checkout, bag checks
  `,
};

export const education: Family = {
  name: 'Schools and universities',
  source:
    'UK Keeping Children Safe in Education; US Title IX, FERPA, Clery Act and IDEA; AU National Principles for Child Safe Organisations; ESCO (teaching)',
  kind: 'subject',
  terms: `
    safer recruitment ~ safeguarding children = safer recruitment in education, DBS checks, background checks for staff
    designated safeguarding lead ~ safeguarding = DSL training, child protection officer, safeguarding lead
    educational visits = school trips, school trip, field trips, field trip, excursions, off site visits, educational visits coordinator, EVC, excursion
    behaviour management = classroom management, classroom behaviour, student behaviour, behaviour in schools, managing behaviour, behavior management, manejo del aula
    school attendance ~ behaviour management = attendance and exclusions, pupil attendance
    playground behaviour ~ behaviour management
    special educational needs = SEND, SEN, special education, IDEA, IEP, individualised education plan, inclusive education, additional needs, SENCO, educacion especial
    EHCP ~ special educational needs = education health and care plan
    concussion = concussion awareness, head injuries in sport, concussion protocol, conmocion cerebral
    medication in schools ~ medication administration = administering medicines in school, administering medication to pupils, medicines in schools, school medication
    lockdown ~ active shooter = lockdown drill, lockdown drills, lockdown procedures, invacuation, shelter in place, intruder response
    Title IX = sexual misconduct on campus, campus sexual assault, clery act, VAWA, title nine, title 9
    Clery act ~ Title IX = campus security authority, campus security authorities, CSA training, campus SaVE
    hazing prevention ~ bullying = anti hazing, hazing
    cyberbullying ~ bullying
    bullying prevention in schools < bullying = school bullying, peer on peer abuse, child on child abuse
    early years = early childhood education, EYFS, safe sleep for infants, nappy changing, toddler care, child development, preschool
    phonics = early reading
    playground duty ~ playground safety = yard duty, lunchtime supervision
    science laboratory safety ~ laboratory safety = school laboratory, school science safety, CLEAPSS
    workshop machinery ~ saw safety = design and technology, design technology, technology workshop, DT workshop
    sports coaching = coaching sport, sports safety, coach concussion, PE teaching
    swimming teacher ~ sports coaching = swim teacher, swimming teaching
    minibus driver ~ passenger transport = minibus, MIDAS, minibus driving
    school bus driver ~ passenger transport = bus monitor, bus evacuation
    online teaching = e-moderating, distance learning, blended learning, instructional design, lesson planning, curriculum development, assessment design
    academic integrity = plagiarism, research integrity, responsible conduct of research, RCR
    animal research = IACUC, laboratory animals, animal care and use
    zebrafish handling ~ animal research
    human research ethics ~ GCP = IRB, human subjects research, CITI
    student mental health ~ mental health awareness = youth mental health first aid, youth mental health, student wellbeing
    radicalisation ~ counter terrorism = prevent duty, prevent awareness, channel, preventing radicalisation, WRAP prevent, workshop to raise awareness of prevent, prevent strategy, extremism, counter radicalisation
    female genital mutilation = FGM, forced marriage, honour based abuse
    child sexual exploitation ~ safeguarding children = CSE, county lines, child exploitation, grooming
    allergy in schools ~ anaphylaxis
    toileting and intimate care ~ personal care = intimate care
    manual handling of children ~ patient handling
    library services = library, cataloguing
    exam invigilation = invigilation, exam proctoring, exams officer
    foreign students = international students, visa compliance, F-1 visa, SEVIS
    copyright in education ~ intellectual property = fair use, teach act
  `,
};
