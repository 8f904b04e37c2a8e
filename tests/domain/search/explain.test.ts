import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/domain/search/explain.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import { ANY_WORDS, queries } from './arbitrary.ts';

function said(text: string): string {
  const parsed = parseSearch(text);
  if (!parsed.ok) throw new Error(parsed.problem.what);
  return explain(parsed.query);
}

describe('[SEARCH-21] in plain words:', () => {
  test.each([
    ['', 'All cards.'],
    [
      'deck:Neurology tag:Safety is:due -is:suspended',
      'Cards in deck “Neurology” or below it, tagged “Safety” or below it, that are due now, and that are not suspended.',
    ],
    ['dose', 'Cards with “dose” in the text.'],
    ['-dose', 'Cards without “dose” in the text.'],
    ['a or b c', 'Cards with “a” in the text or (with “b” in the text and with “c” in the text).'],
    [
      '(a or b) c',
      'Cards (with “a” in the text or with “b” in the text) and with “c” in the text.',
    ],
    [
      '-(a b) -(c or e)',
      'Cards (without “a” in the text or without “b” in the text) and (without “c” in the text and without “e” in the text).',
    ],
    ['-(a or b)', 'Cards without “a” in the text and without “b” in the text.'],
    ['-(a is:new)', 'Cards without “a” in the text or that are not new.'],
    ['--a', 'Cards with “a” in the text.'],
    [
      'w:MS nc:e*',
      'Cards with the whole word “MS” in the text and with “e*” (accents ignored) in the text.',
    ],
    ['re:"\\d mg"', 'Cards with the pattern “\\d mg” in the text.'],
    ['front:x', 'Cards whose field “front” is “x”.'],
    ['-front:x', 'Cards whose field “front” is not “x”.'],
    ['front: -front:', 'Cards whose field “front” is empty and whose field “front” is not empty.'],
    [
      'front:* -front:*',
      'Cards whose field “front” is not empty and whose field “front” is empty.',
    ],
    ['-front:re:x', 'Cards without the pattern “x” in the field “front”.'],
    ['tag:none or -tag:none', 'Cards without tags or with tags.'],
    ['deck:current', 'Cards in the deck studied last or below it.'],
    ['note:Cloze card:1', 'Cards of type “Cloze” and made as card 1 of their note.'],
    ['flag:1 -flag:0', 'Cards with the flag red and with a flag.'],
    ['prop:ivl>=21', 'Cards with an interval of at least 21 days.'],
    ['-prop:r<0.9', 'Cards without a chance of recall under 0.9.'],
    [
      'prop:s=1 prop:lapses!=2',
      'Cards with a stability of 1 day and with a number of lapses other than 2.',
    ],
    ['prop:due<0', 'Cards due earlier than today.'],
    ['prop:due<=7 -prop:due=1', 'Cards due 7 days from now or earlier and not due tomorrow.'],
    ['prop:rated=-1 prop:rated>=-7', 'Cards answered yesterday and answered 7 days ago or later.'],
    ['rated:1 rated:7:1', 'Cards answered today and answered Again in the last 7 days.'],
    ['added:1 introduced:3', 'Cards of a note added today and first answered in the last 3 days.'],
    [
      'due:1 due:tomorrow',
      'Cards that come up within 1 day, overdue ones too and that come up tomorrow.',
    ],
    ['-due:today', 'Cards that do not come up today, overdue ones too.'],
    ['is:buried-sibling', 'Cards that are buried (Rounds does not tell by whom).'],
    ['nid:a,b', 'Cards with note id “a” or “b”.'],
  ])('%s: %s', (text, words) => {
    expect(said(text)).toBe(words);
  });

  test('[SEARCH-21] there are words for every search, and a search denied is said otherwise', () => {
    fc.assert(
      fc.property(queries(ANY_WORDS), (query) => {
        const words = explain(query);
        expect(words).toMatch(/^Cards .*\.$/s);
        expect(words).not.toContain('undefined');
        expect(explain({ kind: 'not', part: query })).not.toBe(words);
        expect(explain({ kind: 'not', part: { kind: 'not', part: query } })).toBe(words);
      }),
    );
  });
});

describe('[SEARCH-21] properties in plain words:', () => {
  test.each([
    ['prop:ivl=1', 'with an interval of 1 day.'],
    ['prop:ivl!=2', 'with an interval other than 2 days.'],
    ['prop:s<10', 'with a stability under 10 days.'],
    ['prop:s<=1', 'with a stability of at most 1 day.'],
    ['prop:reps>3', 'with a number of answers over 3.'],
    ['prop:lapses>=1', 'with a number of lapses of at least 1.'],
    ['prop:pos=7', 'with a place in the deck of 7.'],
    ['prop:d>0.5', 'with a difficulty over 0.5.'],
    ['prop:r<0.9', 'with a chance of recall under 0.9.'],
    ['prop:due=0', 'due today.'],
    ['prop:due=1', 'due tomorrow.'],
    ['prop:due=-1', 'due yesterday.'],
    ['prop:due!=2', 'due on another day than 2 days from now.'],
    ['prop:due<0', 'due earlier than today.'],
    ['prop:due<=3', 'due 3 days from now or earlier.'],
    ['prop:due>-3', 'due later than 3 days ago.'],
    ['prop:rated>=-7', 'answered 7 days ago or later.'],
    ['prop:rated=0', 'answered today.'],
  ])('%s', (text, words) => {
    expect(said(text)).toMatch(
      new RegExp(`^Cards (?:that (?:are|were) )?${words.replaceAll('.', '\\.')}$`),
    );
  });
});
