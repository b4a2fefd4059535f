import { describe, expect, it } from '@jest/globals';
import { TopicPipeline } from './topic-pipeline.js';
import type { TopicMatch } from './topic-matcher.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';
import { languages } from './vocabulary/languages.js';
import { splitWords } from './words/split-words.js';

const matched = async (topic: string, titles: readonly string[]): Promise<TopicMatch> => {
  const courses = titles.map((title) => ({ id: title, title, topics: [] }));
  return (await TopicPipeline.prepare(courses, domainVocabulary())).match(topic, null);
};

const FORKLIFTS = [
  'Carrellisti - conduzione carrelli elevatori',
  'Carretillas elevadoras',
  'Heftruckchauffeur',
  'Operator wózków widłowych',
];
const HEIGHTS = ['Praca na wysokości', 'Trabajos en altura', 'Travail en hauteur - port du harnais'];

describe('a topic in a library with the same course in several languages', () => {
  it.each([
    ['carrello elevatore', 'Carrellisti - conduzione carrelli elevatori', FORKLIFTS],
    ['carnet de carretillero', 'Carretillas elevadoras', FORKLIFTS],
    ['wózki widłowe', 'Operator wózków widłowych', FORKLIFTS],
    ['heftruckrijbewijs', 'Heftruckchauffeur', FORKLIFTS],
    ['caída desde altura', 'Trabajos en altura', HEIGHTS],
    ["chute d'échelle", 'Travail en hauteur - port du harnais', HEIGHTS],
  ])('gets the one in its own language: %s', async (topic, right, titles) => {
    for (const library of [titles, titles.toReversed()])
      expect((await matched(topic, library)).recommended?.title).toBe(right);
  });

  it('gets none of two in other languages, and shows both', async () => {
    const titles = ['Pierwsza pomoc przedmedyczna', 'Primeros auxilios'];
    const { recommended, suggested, whyNone } = await matched('EHBO', titles);
    expect([recommended, titles.includes(suggested?.title ?? '')]).toEqual([null, true]);
    expect(whyNone[0]).toMatch(/are equally close/);
  });

  it('gets the only one, in whatever language', async () => {
    expect((await matched('EHBO', ['Primeros auxilios', 'Heftruckchauffeur'])).recommended?.title).toBe(
      'Primeros auxilios',
    );
  });

  it('gets the course that has it for a topic, whatever the language of the title', async () => {
    const courses = [
      { id: 'nl', title: 'Heftruckchauffeur', topics: ['carnet de carretillero'] },
      { id: 'es', title: 'Carretillas elevadoras', topics: [] },
    ];
    const library = await TopicPipeline.prepare(courses, domainVocabulary());
    expect(library.match('Carnet de carretillero', null).recommended?.courseId).toBe('nl');
  });

  it('gets a course for its role rather than one in its language for another role', async () => {
    const titles = ['Gabelstapler Ausbilder', 'Forklift Operator'];
    expect((await matched('Staplerfahrer', titles)).recommended?.title).toBe('Forklift Operator');
  });
});

it('a person for one subject is none for another', async () => {
  expect((await matched('Fachkraft für Arbeitssicherheit', ['Fachkraft für Entsorgung'])).recommended).toBeNull();
});

describe('the languages of a name', () => {
  it.each([
    ['Carretillas elevadoras', ['es']],
    ['wózki widłowe', ['pl']],
    ['Travail en hauteur', ['fr']],
    ['back strain lifting box', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(languages().of(splitWords(text).map(({ text: word }) => word))).toEqual(expected);
  });
});
