import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faceOf, slotsOf, textOfFace } from '../../../src/domain/content/cards-of-note.ts';
import { clozePlainText } from '../../../src/domain/content/cloze.ts';
import type { NoteDraft } from '../../../src/domain/content/note.ts';
import { problemsOf } from '../../../src/domain/deck-text/check-cards.ts';
import { parseDeck } from '../../../src/domain/deck-text/parse-deck.ts';
import { printDeck } from '../../../src/domain/deck-text/print-deck.ts';
import { textHash } from '../../../src/kernel/canonical.ts';
import { SHIPPED_EDITION } from '../../../src/renderer/shipped-deck.ts';
import { abstractShingles } from './abstract-shingles.ts';
import { shingleHashes } from './shingles.ts';

const file = readFileSync(new URL('../../../decks/natalizumab-ms.md', import.meta.url), 'utf8');
const { deck, drafts, problems, places } = parseDeck(file);
const cards = drafts.flatMap((draft) =>
  slotsOf(draft.content).map((slot) => ({ draft, ...faceOf(draft.content, slot) })),
);
const textOf = ({ content }: NoteDraft) =>
  content.type === 'cloze' ? clozePlainText(content.text) : `${content.front} ${content.back}`;

describe('the shipped deck', () => {
  test('[DECK-20] it has no problem at all', () => {
    expect([...problems, ...problemsOf(drafts, places)]).toEqual([]);
  });

  test('[DECK-21] the start knows its edition without its text', () => {
    expect(SHIPPED_EDITION).toBe(textHash(file));
  });

  test('[DECK-20] it has at least 36 cards from at least 17 facts, of all three kinds', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(17);
    expect(cards.length).toBeGreaterThanOrEqual(36);
    const kinds = new Set(drafts.map(({ content }) => content.type));
    expect([...kinds].sort()).toEqual(['basic', 'cloze', 'reversed']);
    expect(deck.id).toBe('natalizumab-ms');
  });

  test('[DECK-20] every fact has one of the four sections first, and names its sentence', () => {
    const homes = new Set(drafts.map(({ sections }) => sections[0]));
    expect([...homes]).toEqual(['Mechanism', 'Trials', 'Safety', 'MS therapy']);
    const record = 'Engelhardt & Kappos, Neurodegener Dis 2008;5(1):16–22, doi 10.1159/000109933';
    for (const { source } of drafts) {
      expect(source.startsWith(`${record}, abstract, sentence `)).toBe(true);
      expect(source).toMatch(/ [1-9]$/);
    }
  });

  test('[DECK-20] MS therapy holds facts of every section, so that it can be studied alone', () => {
    const therapy = drafts.filter(({ sections }) => sections.includes('MS therapy'));
    expect(new Set(therapy.map(({ sections }) => sections[0])).size).toBe(4);
    expect(therapy.length).toBeLessThan(drafts.length);
  });

  test.each([
    ['Mechanism', ['1992', 'monoclonal antibodies', 'α4-integrins']],
    [
      'Mechanism',
      ['antibodies that block α4-integrins', 'prevent', 'autoimmune encephalomyelitis'],
    ],
    [
      'Mechanism',
      ['experimental autoimmune encephalomyelitis', 'animal model', 'multiple sclerosis'],
    ],
    ['Mechanism', ['α4β1-integrin', 'attachment', 'immune-competent cells', 'inflamed', 'brain']],
    ['Mechanism', ['extravasation', 'immune cells', 'inhibiting']],
    ['Mechanism', ['less inflammation', 'central nervous system']],
    ['Mechanism', ['rapidly', 'successfully', 'patients']],
    ['Trials', ['natalizumab', 'humanised', 'antibody', 'α4-integrin']],
    ['Trials', ['natalizumab', 'phase II and III']],
    ['Trials', ['relapsing-remitting', 'patients', 'trials']],
    ['Trials', ['natalizumab prevented relapses']],
    ['Trials', ['relapsing-remitting', 'slowed', 'neurological deterioration']],
    ['Trials', ['effect', 'unequivocal']],
    ['Safety', ['progressive multifocal leukoencephalopathy', 'withdrawal', 'natalizumab']],
    ['Safety', ['progressive multifocal leukoencephalopathy', 'cases', 'three']],
    ['Safety', ['voluntary withdrawal', 'market']],
    ['Safety', ['thorough safety evaluation']],
    ['Safety', ['all patients', 'past and ongoing studies', 'ms', "crohn's disease"]],
    ['Safety', ['approved again', 'the us', 'european community']],
    ['MS therapy', ['targeting leukocyte trafficking', 'treatment principle', 'ms']],
    ['MS therapy', ['leukocyte trafficking', 'come back to the clinic']],
    ['MS therapy', ['natalizumab', 'treatment option', 'relapsing form of ms']],
    ['MS therapy', ['risk-benefit balance', 'relapsing ms', 'further evaluation']],
  ])('[DECK-20] %s has the fact %j', (section, terms) => {
    const found = drafts.filter(
      (draft) =>
        draft.sections[0] === section &&
        terms.every((term) => textOf(draft).toLowerCase().includes(term.toLowerCase())),
    );
    expect(found.length).toBeGreaterThanOrEqual(1);
  });

  test('[DECK-20] it says nothing the abstract does not', () => {
    const words = /JC virus|VCAM|VLA|Tysabri|\bmg\b|infusion|monthly|1993|20\d\d(?!;)|brand/i;
    expect(drafts.map(textOf).filter((text) => words.test(text))).toEqual([]);
  });

  test('[DECK-20] it shares no run of seven words with the abstract', () => {
    const taken = new Set(abstractShingles);
    const texts = [file, ...drafts.map(textOf), ...cards.map(({ answer }) => textOfFace(answer))];
    for (const text of texts) {
      expect(shingleHashes(text).filter((hash) => taken.has(hash))).toEqual([]);
    }
    expect(abstractShingles.length).toBeGreaterThan(200);
  });

  test('[DECK-20] no two cards ask the same, and every question can stand alone', () => {
    const asked = cards.map(({ question }) => textOfFace(question));
    expect(new Set(asked).size).toBe(asked.length);
    const context = /natalizumab|α4|encephalomyelitis|trafficking|brain/i;
    expect(asked.filter((text) => !context.test(text))).toEqual([]);
  });

  test('[DECK-13] it can be printed and read back', () => {
    expect(parseDeck(printDeck(deck, drafts)).drafts).toEqual(drafts);
  });
});
