import type { Family } from '../family.js';

export const hospital: Family = {
  name: 'Hospital and care practice',
  source:
    'Joint Commission standards and National Patient Safety Goals (US); UK Core Skills Training Framework and CQC regulations; AU NSQHS and Aged Care Quality Standards; WHO patient safety curriculum',
  kind: 'subject',
  terms: `
    medication error ~ medication administration = medication errors, drug errors, medication incident, medication incidents, errores de medicacion
    insulin safety ~ medication administration = insulin administration, high alert medications, high risk medicines
    controlled substances ~ medication administration = controlled drugs, drug diversion, narcotics handling
    stroke care = stroke, stroke awareness, NIHSS, ictus
    COPD = chronic obstructive pulmonary disease
    heart failure = cardiac failure, heart failure management
    cardiac monitoring = telemetry, arrhythmia, dysrhythmia, tele monitoring, telemetry monitoring, tele
    ECG ~ cardiac monitoring = EKG, ECG interpretation, electrocardiogram, 12 lead ECG
    central line care = CLABSI, central venous catheter, PICC line, central line infection, CLABSI bundle, central line bundle, central line infection prevention
    CAUTI ~ catheter care = catheter associated urinary tract infection, urinary catheter infection
    ventilator care = ventilator associated pneumonia, VAP, mechanical ventilation
    suctioning ~ ventilator care = suction, oral suction, airway suction
    non-invasive ventilation ~ ventilator care = BIPAP, CPAP, NIV, nebuliser, nebulizer
    airway management ~ ventilator care = intubation, difficult airway
    tracheostomy ~ ventilator care = tracheostomy care
    surgical site infection = SSI prevention, surgical site infections
    surgical safety checklist = time out procedure, universal protocol, wrong site surgery, surgical count, swab count, WHO surgical checklist
    patient identification ~ patient safety = two patient identifiers, patient identifiers
    clinical handover ~ clinical documentation = handoff communication, hand off communication, SBAR, ISBAR, shift handover
    rapid response ~ sepsis = deteriorating patient, clinical deterioration, NEWS2, early warning score, rapid response team, recognition of deterioration
    acute kidney injury = AKI
    MEOWS ~ rapid response = maternity early warning
    PEWS ~ rapid response = paediatric early warning, paediatric early warning score
    code blue ~ emergency codes = cardiac arrest response
    emergency codes = hospital emergency codes, code red, code grey, code black, hospital codes, emergency codes and preparedness, code gray
    infant abduction = code pink, infant security
    restraint and seclusion ~ physical restraint = seclusion, patient restraint, restraints, chemical restraint, contencion mecanica
    latex allergy = latex, latex sensitivity, alergia al latex
    point of care testing = POCT, glucometer, blood glucose monitoring, blood glucose meter, glucose testing
    specimen handling = specimen collection, specimen labelling, category B specimens, infectious substances shipping, UN3373
    medical gas safety = medical gases, medical gas cylinders, medical gas, gases medicinales, oxygen cylinders, medical gas cylinder, oxygen cylinder safety, piped medical gases
    medical devices = medical device safety
    alarm management ~ medical devices = clinical alarms, alarm fatigue, clinical alarm safety
    infusion pump < medical devices = infusion pumps, smart pumps, syringe driver, syringe pump, infusion device
    operating room fire ~ fire safety = fire in the operating room, surgical fire, surgical fires, fire safety in the operating room, operating room fire safety, fire safety in theatre, fire safety in the OR, OR fire, OR fire safety
    advance directives ~ end of life care = advance directive, living will, DNR, DNACPR, POLST, goals of care
    organ donation = tissue donation, donacion de organos
    pain management = pain assessment, manejo del dolor, opioid prescribing, opioid stewardship
    patient rights = patients rights, patient bill of rights, consumer rights in care, derechos del paciente, residents rights, charter of aged care rights, charter of rights, residents rights charter
    spiritual care = chaplaincy, pastoral care
    health literacy = teach back, patient education, plain language health
    interpreter services = working with interpreters, limited english proficiency, LEP
    cultural humility ~ cultural awareness
    trauma informed care = trauma informed practice, trauma informed
    suicide risk assessment ~ suicide prevention = suicide screening, columbia protocol, suicide precautions, suicide risk screening, columbia suicide screening, C-SSRS
    ligature risk ~ suicide risk assessment = ligature
    elopement = wandering patients, missing patient, absconding
    behavioural emergency = behavioral health emergency, behavioural emergencies, nonviolent crisis intervention, crisis prevention
    newborn care = neonatal care
    kangaroo care ~ newborn care
    breastfeeding ~ newborn care = lactation, infant feeding
    safe sleep ~ newborn care = SIDS
    maternity = obstetrics, obstetric emergencies, midwifery
    shoulder dystocia < maternity
    postpartum haemorrhage < maternity = PPH, postpartum hemorrhage, obstetric haemorrhage
    fetal monitoring < maternity = CTG, CTG interpretation, foetal monitoring
    wound care ~ aseptic technique = wound management, dressings, wound dressing, wounds, skin integrity and wound care
    oral health = oral care, mouth care, dental hygiene, dental care, mouth care dental, dental health
    foot care = podiatry
    enteral feeding = PEG feeding, PEG, nasogastric tube, NG tube, tube feeding, gastrostomy, gastrostomy feeding, PEG tube
    oxygen safety ~ oxygen therapy = home oxygen
    bariatric care = bariatric
    mental health nursing = mental health act, sectioning, psychiatric care, mental health conditions
    substance use disorder = addiction, detox, alcohol withdrawal, CIWA
    home visits = home visiting, community nursing safety, home care safety
    infection outbreak ~ infection control = outbreak management, outbreak response, gastro outbreak, norovirus outbreak
    antimicrobial stewardship ~ infection control = antibiotic stewardship, antimicrobial resistance
    environmental cleaning in healthcare ~ infection control = terminal clean, hospital cleaning, environmental services cleaning, discharge cleaning
    vaccination = immunisation, immunization, flu vaccination, flu shot, vaccine administration, vaccine storage, cold chain vaccines, vacunacion, vaccines
    telehealth = telemedicine, virtual care, telesalud
    electronic health record = EHR, EMR, electronic medical record, epic, cerner, historia clinica electronica, HIMS
    medical coding = ICD-10, clinical coding, billing compliance, medical billing, CPT coding
    duty of candour ~ patient safety = open disclosure, being open, duty of candor, open disclosure and candour, being open and duty of candour
    clinical supervision = reflective practice, preceptor, preceptorship
    nurse delegation = delegation in nursing
    assistance with daily living = activities of daily living, ADL, bathing assistance
    behaviour support ~ physical restraint = positive behaviour support, PBS, behaviour support plan, challenging behaviour support
    supported decision making ~ mental capacity act
    manual handling of equipment in care ~ patient handling = hoist and sling use, ceiling hoist, slide sheets, sara stedy
    pharmacy compounding ~ hazardous drugs = sterile compounding, USP 797, USP 795, compounding
    blood glucose ~ diabetes = hyperglycaemia
    resuscitation of the newborn ~ NRP
    spill of body fluids ~ bloodborne pathogens = blood spill, body fluid spill, biohazard spill
    hand foot and mouth ~ infectious diseases
    scabies ~ infectious diseases = lice, head lice
  `,
};
