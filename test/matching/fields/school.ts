import type { Field } from './field.js';

export const school: Field = {
  name: 'school',
  library: `
    Child Protection and Safeguarding
    Prevent Duty
    Paediatric First Aid
    Anaphylaxis and EpiPen
    Asthma in Schools
    Behaviour Management
    Bullying Prevention in Schools
    Safer Recruitment
    Educational Visits Risk Assessment
    Minibus Driver Awareness
    Playground Supervision
    Science Laboratory Safety
    Design and Technology Workshop Machinery
    Legionella for Caretakers
    Working at Height for Site Staff
    Asbestos Duty to Manage
    Data Protection for Schools
    Online Safety for Children
    Lockdown Drills
    Autism Awareness
    Special Educational Needs
    FERPA Basics
    Title IX
    Medication in Schools
    Concussion Awareness for Coaches`,
  topics: `
    safeguarding children level 1 -> Child Protection and Safeguarding
    mandated reporting of child abuse -> Child Protection and Safeguarding
    radicalisation -> Prevent Duty
    pediatric first aid -> Paediatric First Aid
    epipen -> Anaphylaxis and EpiPen
    inhaler use -> Asthma in Schools
    anti-bullying -> Bullying Prevention in Schools
    school trips -> Educational Visits Risk Assessment
    minibus -> Minibus Driver Awareness
    MIDAS -> Minibus Driver Awareness
    lab safety -> Science Laboratory Safety
    woodworking machines -> Design and Technology Workshop Machinery
    water hygiene -> Legionella for Caretakers
    ladder use -> -
    asbestos awareness -> - | Asbestos Duty to Manage
    GDPR -> Data Protection for Schools
    e-safety -> Online Safety for Children
    active shooter -> Lockdown Drills
    ASD -> Autism Awareness
    SEND -> Special Educational Needs
    student records privacy -> FERPA Basics
    sexual misconduct Title IX -> Title IX
    administering medication to pupils -> Medication in Schools
    concussion -> Concussion Awareness for Coaches
    dyslexia -> -
    food hygiene -> -
    fire marshal -> -
    HIPAA -> -
    DSE -> -
    epilepsy -> -`,
};
