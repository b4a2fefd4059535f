import { describe, expect, it } from '@jest/globals';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

const recommended = async (topic: string, titles: readonly string[]): Promise<string | null> => {
  const courses = titles.map((title) => ({ id: title, title, topics: [] }));
  const library = await TopicPipeline.prepare(courses, domainVocabulary());
  return library.match(topic, null).recommended?.title ?? null;
};

describe('a topic as records write it', () => {
  it.each([
    // The verb and the noun, and other words between those of a mechanism.
    ['Forklift collided with racking', 'Racking Inspection', 'Fire Safety'],
    ['Fell from wobbly ladder', 'Ladder Safety', 'Fire Safety'],
    ['Spillage of diesel in yard', 'Spill Response', 'Fire Safety'],
    // What a library writes as one word, or names with one word less.
    ['Zorb lift evacuation', 'Zorblift Evacuation', 'Fire Safety'],
    ['Blade laminate repairs', 'GWO Blade Repair', 'GWO Enhanced First Aid'],
    // Refreshers are for what people do every year.
    ['GMP annual', 'GMP – Refresher', 'GMP – Basic'],
    ['Zorbing renewal', 'Zorbing Refresher', 'Zorbing'],
    ['Choking, thickened fluids not given', 'Dysphagia', 'Nutrition and Hydration'],
    ['NEN 3140 vakbekwaam persoon', 'NEN 3140 VP', 'NEN 3140 VOP'],
    ['NR-11 ponte rolante', 'Overhead Crane', 'Crane Operation'],
    ['Wozek widlowy - wygasa', 'Wózki widłowe', 'Suwnice'],
    ['Upadek z drabiny', 'Prace na wysokości', 'Ochrona przeciwpożarowa'],
    // Initials of some words of a name that has the other words, too.
    ['AWS SAA recert', 'AWS Solutions Architect Associate', 'AWS Cloud Practitioner'],
    ['Nouveau secouriste', 'Sauveteur secouriste du travail', 'Gestes et postures'],
    ['Slinger', 'Slinging and Lifting', 'Fire Safety'],
    ['Accident investigator', 'Incident Investigation', 'Fire Safety'],
    ['Rigger', 'Rigging and Slinging', 'Fire Safety'],
    ['Passenger entrapment', 'Release of Trapped Passengers', 'Escalator Maintenance'],
    ['Cremator operator', 'Cremator Technician', 'Cremation Paperwork'],
    ['Gate operator', 'Gate Operation', 'Fire Safety'],
    ['Chemical hygiene plan', 'OSHA Laboratory Standard', 'Lab Orientation'],
    ['First time manager', 'New Manager 101', 'Roles and Responsibilities of a Foreman'],
    ['Excel', 'Excel Basics', 'Excel Advanced'],
    ['BSL2', 'Biosafety Level 2 Practices', 'Biosafety Level 3 Practices'],
    // A verb and a thing name a mechanism together. The rest of the sentence tells whom it happened to, and where.
    ['Temp reversed an LLOP into bay 12 and dented the racking', 'Racking Inspection', 'Visitor Reception'],
    ['Apprentice burnt her wrist brazing a joint, lunch missed', 'Welding Safety', 'Visitor Reception'],
    ['Azubi griff in die laufende Bandsäge, Frühschicht', 'Maschinensicherheit', 'Besucherempfang'],
    ['Al podador se le cayó la motosierra y le cortó la bota', 'Motosierra', 'Recepción de visitas'],
    ['Le manche d’un intérimaire happé par le rouleau d’impression', 'Sécurité machines', 'Accueil des visiteurs'],
    ['Hard-coded secret committed to repo', 'Secure Coding', 'Git and Code Review'],
  ])('gets the right course: %j', async (topic, right, other) => {
    expect(await recommended(topic, [other, right])).toBe(right);
    expect(await recommended(topic, [right, other])).toBe(right);
  });

  it.each([
    ['Person fell in stairwell', 'Lifting a Fallen Person'],
    ['No parking permit', 'Permit to Work'],
    ['Lift stuck between floors', 'Rope Termination'],
    ['Underground metalliferous induction', 'Generic Induction – Underground Coal'],
    ['ECT induction tutor', 'ECT Mentor'],
    ['Product owner', 'Scrum Master'],
    ['Resident absconded', 'Dementia – Advanced'],
    ['NR11 munck', 'NR-11 Ponte rolante'],
    ['SEP powyżej 1 kV', 'Uprawnienia SEP do 1 kV'],
    ['Zorbing annual', 'Zorbing - Initial'],
    ['Moving walkway', 'Elevator Maintenance'],
    ['ISO 27001 lead auditor', 'ISO 27001 Internal Auditor'],
    ['pig handling', 'Cattle Handling'],
    ['bandsaw', 'Circular Saw'],
    ['snake catcher', 'Snake Awareness'],
    ['traffic management design', 'Traffic Management Implementer'],
    ['Laserschutzbeauftragter', 'Laserschutzunterweisung'],
    ['steam trap survey', 'Boiler Operator'],
    ['Ersthelfer Auffrischung', 'Ersthelfer Ausbildung'],
    ['coaxial cabling endorsement', 'Structured Cabling Endorsement'],
    ['AWS Solutions Architect Associate', 'AWS Solutions Architect Professional'],
    ['Mole catching', 'Rodenticide Stewardship'],
    ['CDL A', 'CDL Class B Passenger Endorsement'],
    ['HF initial part 145', 'Part-145 Exposition'],
    ['NR10 SEP reciclagem', 'NR-10 Básico'],
    // The library has no course on what prevents the event, or one that is limited to another.
    ['Battery exploded while the new starter was charging a forklift', 'Forklift Operator'],
    ['Bakery press restarted while a fitter cleaned it', 'Electrical Safety - Isolation'],
    ['Bus driver has back pain', 'Reversing Assistant'],
    ['office fire plan', 'Industrial Fire Prevention'],
    // Each says something else of the one thing that both have.
    ['copper theft', 'Copper Cabling'],
    ['IATA dangerous goods', 'HAZWOPER: Electrical Safety in HAZMAT Environments'],
    // Words that an abbreviation, another word or another language has too.
    ['Dogman', 'Dog Behaviour'],
    ['AIPR opérateur', 'Editing of Dictated Texts'],
    ['Jointer 132kV', 'Thickness Planer'],
    ['Pressure test', 'Printing Press'],
    ['South depot', 'Metalworking Fluids'],
    ['Viticulture', 'Forestry and Agriculture'],
    ['Hantavirus', 'Plants and Insects'],
  ])('gets no course on another thing: %j, %j', async (topic, other) => {
    expect(await recommended(topic, [other, 'Fire Safety'])).toBeNull();
  });
});
