import { describe, expect, it } from '@jest/globals';
import { TopicPipeline } from '../topic-pipeline.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';

const recommended = async (topic: string, ...titles: readonly string[]): Promise<string | null> => {
  const courses = titles.map((title) => ({ id: title, title, topics: [] }));
  const library = await TopicPipeline.prepare(courses, domainVocabulary());
  return library.match(topic, null).recommended?.title ?? null;
};
const why = async (topic: string, title: string): Promise<string> => {
  const library = await TopicPipeline.prepare([{ id: title, title, topics: [] }], domainVocabulary());
  return library.match(topic, null).whyNone.join('; ');
};

describe('a topic of another kind than the course', () => {
  it.each([
    ['First aid 3', 'First Aid Level 2', 'another number: 3, not 2'],
    ['SSIAP 3', 'SSIAP 1 - Fire Safety Agent', 'another number: 3, not 1'],
    ['First aid 3 refresher', 'First Aid Level 2', 'another number: 3, not 2'],
    ['HAZWOPER 40', 'HAZWOPER 24 hr', 'another number: 40, not 24'],
    ['Safety diploma level 6', 'Safety Diploma Level 3', 'another level: level 6, not level 3'],
    ['Asbestos Class A', 'Asbestos Class B', 'another kind: class a, not class b'],
    ['Zorb awareness L2', 'Zorb Awareness Level 1', 'another level: level 2, not level 1'],
    ['NRSWA unit 5', 'NRSWA Unit 2', 'another kind: unit 5, not unit 2'],
    ['Asbestos Class A', 'Asbestos', 'the course names no kind: class a'],
    ['C1E licence', 'Lorry Driving - Licence C', 'another kind: licence c1e, not licence c'],
    ['MR licence truck driving', 'HR Licence Truck Driving', 'another kind: licence mr, not licence hr'],
    ['Wiring rules BS 7671:2018', 'Wiring Rules BS 7671:2008', 'another kind: edition 2018, not edition 2008'],
    ['20t excavator', 'Excavator below 10 Tonnes', 'another size: 20t, not below 10 tonnes'],
    ['Zorbing, initial course', 'Zorbing Refresher', 'the course is a refresher'],
    ['D10 dozer', 'Dozer D11', 'another kind: D10, not D11'],
    ['Blue Yonder WMS', 'WMS – Manhattan', ''],
    ['MMA rail welder', 'Rail Welding – Aluminothermic', ''],
    ['Scaffold builder', 'Scaffold Competent Person', ''],
    ['Permit issuer', 'Permit Holder', ''],
    ['CompEx Ex11', 'CompEx Ex01-Ex04', 'another kind: EX11, not EX1, EX4, EX2, EX3'],
    ['Excel intermediate', 'Excel Advanced', 'another level: intermediate, not advanced'],
    ['MC multi combination licence', 'Heavy Combination (HC) Licence', 'another kind: licence mc, not licence hc'],
    ['Zorbing refresher', 'Zorbing - Initial', 'the course is no refresher'],
    ['All staff excluding working at heights and ladders', 'Ladder Safety', ''],
    ['Baustelle ohne Kran', 'Kran', ''],
    ['A330 B1 type course', 'B737NG Type Training B1', 'a330 is not b737ng'],
    ['Forklift awareness', 'Forklift Operator', 'another level: awareness, not operator'],
    ['Forklift operator', 'Forklift Awareness', 'another level: operator, not awareness'],
    ['Recyclage SST', 'SST initial', 'the course is no refresher'],
    ['Reach truck operator', 'Forklift Operator', 'reach truck is close to forklift operator'],
    ['Passenger screening', 'Aviation Security Awareness', ''],
    ['AIPR concepteur', 'AIPR encadrant', ''],
    ['NEBOSH general certificate', 'NEBOSH Diploma', ''],
    ['Epic super user', 'Cerner Basics', ''],
    ['Emergency first aid at work', 'First Aid at Work', ''],
    ['aerial lift (scissor)', 'Aerial Bucket Truck Operator', ''],
    ['Grader operator', 'Water Distribution Operator Grade 1', ''],
    ['ICS-300', 'FEMA ICS-100', ''],
    ['ITIL 4 Specialist', 'ITIL 4 Foundation', ''],
    ['Load master certification', 'Load Control', ''],
    ['CDL passenger endorsement', 'CDL Class A - ELDT', ''],
    ['Gasmeetdeskundige', 'Gasmeten', ''],
    ['Leiterprüfung', 'Leitern und Tritte', ''],
    ['RLST', 'RLS (32 ore)', ''],
    ['Evakuierungshelfer', 'Brandschutzhelfer', 'evakuierungshelfer is close to brandschutzhelfer'],
    ['Harcèlement moral', 'Prévention du harcèlement sexuel', ''],
    ['IRMER operator', 'Ionising Radiation (IR(ME)R) for Referrers', ''],
    ['Formateur SST', 'Secourisme (SST)', ''],
    ['Wilderness first aid', 'Advanced First Aid', ''],
    ['Fatiga visual pantalla', 'Fatigue Management', ''],
    ['Dumper overturned', 'Excavator Operation', ''],
    ['Pallet cat M renewal', 'Contamination, Adulteration and Tampering', ''],
    ['C1 licence', 'COVID-19: Overview', ''],
    ['MR licence', 'Mock Recall', ''],
    ['ZYQ', 'Deep Blue Zorb Yard Quench (ZYQ)', 'Deep Blue Zorb Yard Quench (ZYQ) is a kind of zyq'],
    ['NC1 low risk', 'Rescue from a Live Low Voltage Panel', ''],
    ['Hoogspanning schakelen', 'Aanslaan van lasten', ''],
    ['Spritzer flüssiges Metall', 'Umgang mit Gasflaschen', ''],
    ['Catheter insertion', 'Catheter Care', 'catheter insertion is close to catheter care'],
    ['Fall from bed', 'Working at Height', ''],
    ['Crowd crush at gate C', 'Lockout Tagout', ''],
    ['Agression aux urgences', 'Confine Small Emergencies in a Facility', ''],
    ['RSPP modulo C', 'RSPP datore di lavoro', ''],
    ['patentino saldatore ISO 9606-1', 'Saldatura: fumi e radiazioni', ''],
  ])('gets no recommendation, and the reason: %j, %j', async (topic, title, reason) => {
    expect(await recommended(topic, title)).toBeNull();
    expect(await why(topic, title)).toContain(reason);
  });

  it('gets none on the thing with which something happened if another course prevents that', async () => {
    expect(await recommended('Telehandler touched overhead line', 'Telehandler')).toBe('Telehandler');
    expect(await recommended('Telehandler touched overhead line', 'Telehandler', 'Overhead Power Lines')).toBeNull();
  });

  it.each([
    'Not required: forklift',
    'Forklift not required',
    'HLTAID011 - not required',
    'Stapler nicht erforderlich',
  ])('gets none if nobody has to take it: %j', async (topic) => {
    expect(await recommended(topic, 'Forklift', 'HLTAID011 First Aid')).toBeNull();
  });

  it.each([
    ['First aid 3', 'First Aid Level 3', 'First Aid Level 2'],
    ['HAZWOPER 40', 'HAZWOPER 40 hr', 'HAZWOPER 24 hr'],
    ['20t excavator', 'Excavator above 10 Tonnes', 'Excavator below 10 Tonnes'],
    ['CE licence lorry driving', 'Lorry Driving - Licence C+E', 'Lorry Driving - Licence C'],
    ['Asbestos removal class A', 'Asbestos Removal Class A', 'Asbestos Removal Class B'],
    ['Zorbing, initial course', 'Zorbing', 'Zorbing Refresher'],
    ['D11T dozer', 'Dozer D11', 'Dozer D10'],
    ['CompEx Ex02', 'CompEx Ex01-Ex04', 'CompEx Ex14'],
    ['SST initial', 'Sauveteur Secouriste du Travail – initial', 'MAC SST'],
    ['RLS', 'RLS 32 ore', 'RLS aggiornamento'],
    ['HR licence', 'Heavy Rigid (HR) Licence', 'Heavy Combination (HC) Licence'],
    ['Excel für Anfänger', 'Excel Grundlagen', 'Excel Fortgeschrittene'],
    ['NR35 vencido', 'NR-35 Trabalho em altura', 'NR-33 Supervisor de entrada'],
    ['FRB', 'Fast Rescue Boats', 'Zorbing'],
    ['JRC ECDIS', 'ECDIS Type-Specific – JRC', 'ECDIS Generic'],
    ['WWCC', 'Working with Children Check', 'Child Safe Standards'],
    ['Puente grua nave 3', 'Bridge Crane Operation', 'Zorbing Level 2'],
    ['First aid - ward 7', 'First Aid Level 2', 'Zorbing'],
    ['SSSTS-R', 'SSSTS Refresher', 'SSSTS'],
    ['PFMEA', 'Process FMEA', 'Design FMEA'],
    ['M&H people practical update', 'Moving and Handling of People - Practical', 'Moving and Handling - Theory'],
    ['Staplerschein', 'Flurförderzeuge: Ausbildung Frontstapler', 'Flurförderzeuge: Jährliche Unterweisung'],
    ['Jahresunterweisung Stapler', 'Flurförderzeuge: Jährliche Unterweisung', 'Flurförderzeuge: Frontstapler'],
    ['engineer not isolated before working in shaft', 'Electrical Isolation for Lift Engineers', 'Zorbing'],
    ['TIPS cert exp 01/31/2027', 'Responsible Alcohol Service (TIPS)', 'Zorbing'],
    ['auditor interno ISO 45001', 'ISO 45001 auditor interno', 'Zorbing'],
    ['venomous reptiles annual drill', 'Venomous Snake Protocol', 'Zorbing'],
    ['Fuga de NH3 en sala, personal sin formacion', 'PRL - Amoniaco: fugas y emergencia', 'Zorbing'],
  ])('gets the sibling of its kind: %j', async (topic, right, other) => {
    expect(await recommended(topic, right, other)).toBe(right);
  });
});
