import { describe, expect, it } from '@jest/globals';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

const recommended = async (topic: string, ...titles: readonly string[]): Promise<string | null> => {
  const courses = titles.map((title) => ({ id: title, title, topics: [] }));
  const library = await TopicPipeline.prepare(courses, domainVocabulary());
  return library.match(topic, null).recommended?.title ?? null;
};

describe('a topic that is a near neighbour of a course', () => {
  it.each([
    // Another role, level or standard.
    ['ISO 9001 lead auditor', 'ISO 9001 Internal Auditor'],
    ['IATF auditor', 'IATF 16949 Awareness'],
    ['Hazmat operations level', 'Hazmat Technician'],
    ['Chemical hygiene officer', 'OSHA Laboratory Standard'],
    ['Biosafety officer', 'Biosafety'],
    ['DSEAR assessor', 'Flammable Liquids'],
    ['Asbestos surveyor', 'Licensed Asbestos Assessor'],
    ['IRMER practitioner', 'IRMER Operator'],
    ['Best interest assessor', 'Best Interests Decisions'],
    ['Riding instructor', 'Horse Handling'],
    ['Sailing instructor', 'Yacht Skipper'],
    ['ACLS instructor candidate', 'ACLS Provider'],
    ['Groundworks supervisor', 'Groundworker'],
    ['Temporary works designer', 'Temporary Works Awareness'],
    ['RPS refresher', 'Ionising Radiation Awareness'],
    ['Datenschutzkoordinator', 'Datenschutzbeauftragter'],
    ['Fachkunde im Strahlenschutz', 'Unterweisung Strahlenschutz'],
    ['Sammelplatzleiter', 'Brandschutzhelfer'],
    // Another machine, certificate or method.
    ['VNA rescue', 'VNA Truck Operator'],
    ['TRGS 519 Anlage 3', 'Asbest TRGS 519 Anlage 4C'],
    ['Amiante SS4 opérateur de chantier', 'Sensibilisation amiante'],
    ['Scrum', 'Kanban'],
    ['Note taking', 'Speed Reading'],
    ['Stakeholder management', 'Influencing Skills'],
    ['Ex zone 1', 'ATEX Zone 2 Awareness'],
    ['§ 35 IfSG', 'Belehrung nach § 43 IfSG'],
    ['EN ISO 9606-2 Aluminium', 'Schweißerprüfung DIN EN ISO 9606-1'],
    ['CSCS blue card', 'CSCS Black Card – Level 7 NVQ'],
    // The title names a role that the topic lacks.
    ['Forklift operator', 'Forklift Instructor'],
    ['Manual handling', 'Manual Handling Trainer'],
    ['Ladder', 'Ladder Inspector'],
  ])('does not get it: %j for %j', async (topic, title) => {
    expect(await recommended(topic, title, 'Visitor Reception')).toBeNull();
  });

  it.each([
    ['Mini digger', 'Excavator Operator'],
    ['IATF auditor', 'IATF 16949 Auditor'],
    ['Hazmat ops level', 'Hazmat First Responder Operations'],
    ['Räumungsbeauftragter', 'Evakuierungshelfer'],
    ['Self erecting tower crane', 'Tower Crane Operator'],
    ['TRGS 519 Anl 4C', 'TRGS 519 Anlage 4C'],
    ['SS4 recyclage', 'Amiante SS4'],
    ['Zone 22', 'ATEX Zone 2/22 Awareness'],
  ])('gets the course for it: %j, %j', async (topic, title) => {
    expect(await recommended(topic, title, 'Visitor Reception')).toBe(title);
  });
});

describe('a topic for people who take a course first, or again', () => {
  it.each([
    ['Ersthelferfortbildung', 'Ersthelfer Fortbildung', 'Ersthelfer Grundlehrgang'],
    ['Ersthelfer Grundausbildung', 'Ersthelfer Grundlehrgang', 'Ersthelfer Fortbildung'],
    ['Staplerfahrer Wiederholung', 'Stapler Auffrischungskurs', 'Staplerfahrerausbildung'],
    ['Staplerfahrer Erstausbildung', 'Staplerfahrerausbildung', 'Stapler Auffrischungskurs'],
    ['Herhaling BHV', 'BHV herhaling', 'BHV basisopleiding'],
    ['Counterbalance re-certification', 'Counterbalance Refresher', 'Counterbalance Novice'],
    ['BLS card expired', 'BLS Renewal', 'BLS Provider'],
    ['BLS initial', 'BLS Provider', 'BLS Renewal'],
    ['Stapler jährl. Unterweisung', 'Jährliche Unterweisung Flurförderzeuge', 'Gabelstaplerfahrer-Ausbildung'],
    ['Carretillero caducado', 'Carretillas – reciclaje', 'Carretillas – formación inicial'],
  ])('gets that one: %j', async (topic, right, other) => {
    expect(await recommended(topic, right, other)).toBe(right);
    expect(await recommended(topic, other, right)).toBe(right);
  });

  it.each([
    ['Staplerfahrer Wiederholung', 'Staplerfahrerausbildung'],
    ['Herhaling heftruck', 'Heftruckchauffeur basisopleiding'],
    ['Reach truck re-cert due', 'Reach Truck – Novice Operator'],
    ['Atemschutz Grundlehrgang', 'Atemschutz Fortbildung'],
    ['Food handler initial', 'Food Handler Renewal'],
  ])('does not get the other one: %j for %j', async (topic, title) => {
    expect(await recommended(topic, title, 'Visitor Reception')).toBeNull();
  });

  it('gets the initial course for an expired certificate if there is no refresher', async () => {
    expect(await recommended('ADR-Schein abgelaufen', 'ADR-Basiskurs', 'Visitor Reception')).toBe('ADR-Basiskurs');
  });
});
