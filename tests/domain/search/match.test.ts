import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Note } from '../../../src/domain/content/note.ts';
import type { CardId, NoteId } from '../../../src/kernel/ids.ts';
import { compile } from '../../../src/domain/search/match.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import type { PastAnswer, SearchContext, SearchNote } from '../../../src/domain/search/subject.ts';
import { inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';
import { aContext, aSearchCard, aSearchNote, CLOZE, DECKS, OCCLUSION, OWN } from './collections.ts';

const DAY = 86_400_000;

/** Whether `search` finds a new card of `note`, changed by `card`. */
function finds(
  search: string,
  note: SearchNote,
  card: Partial<Card> = {},
  { slot = 1, ...context }: Partial<SearchContext> & { slot?: number } = {},
): boolean {
  const parsed = parseSearch(search);
  if (!parsed.ok) throw new Error(parsed.problem.what);
  return compile(parsed.query, aContext(context))(note, aSearchCard(note, card, slot));
}

function front(text: string): SearchNote {
  return aSearchNote([text]);
}

function withTags(sections: readonly string[], tags: readonly string[] = []): SearchNote {
  return aSearchNote(['x'], { sections, tags });
}

describe('[SEARCH-1] words and phrases:', () => {
  test.each([
    ['dose', 'An overdose'],
    ['DOSE', 'dose'],
    ['dose', 'DOSE'],
    ['"first dose"', '<b>First</b> dose'],
    ['"first dose"', 'first&nbsp;dose'],
    ['"first  dose"', 'first<br>dose'],
    ['dose', 'do<i>se</i>'],
    ['é', 'e\u0301'],
    ['e\u0301', 'É'],
    ['σασ', 'ΣΑΣ'],
    ['σας', 'ΣΑΣ.'],
    ['"<b>"', '&lt;b&gt;'],
    ['d*e', 'dose'],
    ['d_se', 'dose'],
    ['a_b', 'a😀b'],
  ])('%s finds %s', (search, text) => {
    expect(finds(search, front(text))).toBe(true);
  });

  test.each([
    ['dose', 'do se'],
    ['div', '<div class="dose">text</div>'],
    ['dose', '<img src="dose.png">[sound:dose.mp3]<script>dose</script>'],
    ['"a b"', 'a  c b'],
    ['d_se', 'dse'],
    ['"d*e"', 'de-'.slice(1)],
  ])('[SEARCH-1] %s does not find %s', (search, text) => {
    expect(finds(search, front(text))).toBe(false);
  });

  test('[SEARCH-1] a phrase or a wildcard does not reach from one field into the next', () => {
    const note = aSearchNote(['first', 'dose']);
    expect(finds('first dose', note)).toBe(true);
    expect(finds('"first dose"', note)).toBe(false);
    expect(finds('first*dose', note)).toBe(false);
  });

  test('[SEARCH-1] cloze markers are no text, hints are', () => {
    const note = aSearchNote(['{{c1::natali{{c2::zumab}}::drug}} is given'], {}, CLOZE);
    expect(finds('"natalizumab is given"', note)).toBe(true);
    expect(finds('drug', note)).toBe(true);
    expect(finds('front:*drug*', note)).toBe(false);
    expect(finds('c1', note)).toBe(false);
    expect(finds('re:c1::', note)).toBe(true);
    // In a type without deletions the same characters are text.
    expect(finds('c1', front('{{c1::x}}'))).toBe(true);
  });

  test('[SEARCH-1] an image has the words of its masks and labels, not their places', () => {
    const rect = 'image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:alt=Mitral valve:oi=1';
    const label = 'image-occlusion:text:left=.1:top=.2:text=Left\\: atrium';
    const masks = `{{c1::${rect}}}<br>{{c0::${label}}}<br>`;
    const note = aSearchNote([masks, '<img src="heart.png">', 'The heart'], {}, OCCLUSION);
    expect(finds('"mitral valve"', note)).toBe(true);
    expect(finds('"left\\: atrium"', note)).toBe(true);
    expect(finds('rect', note)).toBe(false);
    expect(finds('top=', note)).toBe(false);
    expect(finds('re:rect:left', note)).toBe(true);
  });

  test('[SEARCH-1] a field that searches leave out is found by its name only', () => {
    const note = aSearchNote(['a', 'hidden', 'b'], {}, OWN);
    expect(finds('hidden', note)).toBe(false);
    expect(finds('nc:hidden', note)).toBe(false);
    expect(finds('re:hidden', note)).toBe(false);
    expect(finds('w:hidden', note)).toBe(false);
    expect(finds('secret:hidden', note)).toBe(true);
    expect(finds('front:b', note)).toBe(true);
  });
});

describe('decks, tags, types, presets and cards', () => {
  test('[SEARCH-7] a deck is found with its subdecks, by its whole name and in any case', () => {
    const [neurology, ms, neuro] = DECKS.map((deck) => aSearchNote(['x'], {}, undefined, deck));
    if (!neurology || !ms || !neuro) throw new Error('three decks');
    const found = (search: string, context = {}) =>
      [neurology, ms, neuro].map((note) => finds(search, note, {}, context));
    expect(found('deck:neurology')).toEqual([true, true, false]);
    expect(found('deck:Neurology::ms')).toEqual([false, true, false]);
    expect(found('deck:MS')).toEqual([false, false, false]);
    expect(found('deck:*ms')).toEqual([false, true, false]);
    expect(found('deck:Neuro*')).toEqual([true, true, true]);
    expect(found('-deck:neurology')).toEqual([false, false, true]);
    expect(found('deck:current', { currentDeck: 'Neurology' })).toEqual([true, true, false]);
    expect(found('deck:current', { currentDeck: 'Neuro' })).toEqual([false, false, true]);
    expect(found('deck:current')).toEqual([false, false, false]);
  });

  test.each([
    ['tag:safety', ['Safety'], true],
    ['tag:safety', ['Safety::PML'], true],
    ['tag:safety', ['Unsafety'], false],
    ['tag:Safety::P*', ['Safety::PML'], true],
    ['tag:pml', ['Safety::PML'], false],
    ['tag:*pml', ['Safety::PML'], true],
    ['tag:none', [], true],
    ['tag:none', ['none'], false],
    ['tag:"none"', ['none'], true],
    ['tag:*', ['a'], true],
    ['tag:*', [], true],
    ['-tag:*', [], false],
    ['tag:None', ['none'], true],
    ['tag:None', [], false],
    ['tag:re:^s.+l$', ['Safety::PML'], true],
    ['tag:re:^pml', ['Safety::PML'], false],
    ['tag:nc:securite', ['Sécurité'], true],
    ['tag:securite', ['Sécurité'], false],
    ['-tag:safety', ['Other'], true],
  ])('[SEARCH-8] %s and the tags %j: %s', (search, sections, found) => {
    expect(finds(search, withTags(sections))).toBe(found);
  });

  test('[SEARCH-8] labels are tags too', () => {
    expect(finds('tag:leech', withTags([], ['leech']))).toBe(true);
    expect(finds('tag:none', withTags([], ['leech']))).toBe(false);
  });

  test('[SEARCH-9] note types, presets, templates and card numbers', () => {
    const note = aSearchNote(['x'], {}, OWN, DECKS[1]);
    expect(finds('note:"drug card"', note)).toBe(true);
    expect(finds('note:drug', note)).toBe(false);
    expect(finds('preset:gentle', note)).toBe(true);
    expect(finds('preset:default', note)).toBe(false);
    expect(finds('card:3', note, {}, { slot: 3 })).toBe(true);
    expect(finds('card:1', note, {}, { slot: 3 })).toBe(false);
    expect(finds('card:backwards', note, {}, { slot: 3 })).toBe(true);
    expect(finds('card:"card 1"', note, {}, { slot: 3 })).toBe(false);
    expect(finds('card:cloze', aSearchNote(['x'], {}, CLOZE), {}, { slot: 7 })).toBe(true);
  });

  test('[SEARCH-18] ids and duplicates', () => {
    const note = aSearchNote(['<b>What</b> is  it?'], { id: 'deck:fact_1' as NoteId });
    expect(finds('nid:a,deck:fact_1', note)).toBe(true);
    expect(finds('nid:deck:factx1', note)).toBe(false);
    expect(finds('cid:deck:fact_1/1', note)).toBe(true);
    expect(finds('cid:deck:fact_1/2', note)).toBe(false);
    expect(finds('did:d0', note)).toBe(true);
    expect(finds('mid:basic', note)).toBe(true);
    expect(finds('mid:cloze', note)).toBe(false);
    expect(finds('dupe:"basic,what is it?"', note)).toBe(true);
    expect(finds('dupe:"cloze,what is it?"', note)).toBe(false);
    expect(finds('dupe:"basic,what is"', note)).toBe(false);
  });
});

describe('[SEARCH-10] states:', () => {
  const overdue = inReview(TODAY - 2);
  const later = inReview(TODAY + 2);
  const inSteps = inLearning(NOW - 1);
  const soon = inLearning(NOW + 1);
  const again = { ...inSteps, state: 'relearning' as const };
  test.each<[string, Partial<Card>, boolean]>([
    ['is:new', {}, true],
    ['is:new', { schedule: overdue }, false],
    ['is:learn', { schedule: inSteps }, true],
    ['is:learn', { schedule: again }, true],
    ['is:review', { schedule: again }, true],
    ['is:review', { schedule: later }, true],
    ['is:review', { schedule: inSteps }, false],
    ['is:due', { schedule: overdue }, true],
    ['is:due', { schedule: inReview(TODAY) }, true],
    ['is:due', { schedule: later }, false],
    ['is:due', { schedule: inSteps }, true],
    // Within 20 minutes, as in Anki.
    ['is:due', { schedule: soon }, true],
    ['is:due', { schedule: inLearning(NOW + 20 * 60_000) }, true],
    ['is:due', { schedule: inLearning(NOW + 20 * 60_000 + 1) }, false],
    ['is:due', { schedule: overdue, suspended: true }, false],
    ['is:due', { schedule: overdue, buriedUntil: TODAY + 1 }, false],
    ['is:due', { schedule: overdue, buriedUntil: TODAY }, true],
    ['is:due', {}, false],
    ['is:suspended', { suspended: true }, true],
    ['is:suspended', {}, false],
    ['is:buried', { buriedUntil: TODAY + 1 }, true],
    ['is:buried-sibling', { buriedUntil: TODAY + 1 }, true],
    ['is:buried', { buriedUntil: TODAY }, false],
  ])('%s, %j: %s', (search, card, found) => {
    expect(finds(search, front('x'), card)).toBe(found);
    expect(finds(`-${search}`, front('x'), card)).toBe(!found);
  });

  test('[SEARCH-10] leech and marked are labels of the note', () => {
    expect(finds('is:leech', withTags([], ['leech']))).toBe(true);
    expect(finds('is:marked', withTags([], ['leech']))).toBe(false);
    expect(finds('is:marked', withTags(['marked']))).toBe(false);
  });

  test('[SEARCH-19] cards out of sight are found only where the search asks for them', () => {
    const absent = { absent: true };
    expect(finds('', front('x'), absent)).toBe(false);
    expect(finds('x', front('x'), absent)).toBe(false);
    expect(finds('-is:due', front('x'), absent)).toBe(false);
    expect(finds('is:absent', front('x'), absent)).toBe(true);
    expect(finds('x (is:absent or is:due)', front('x'), absent)).toBe(true);
    expect(finds('-is:absent', front('x'), absent)).toBe(false);
    expect(finds('is:absent', front('x'))).toBe(false);
  });
});

describe('[SEARCH-11] flags:', () => {
  test.each<[string, Card['flag'], boolean]>([
    ['flag:0', 0, true],
    ['flag:0', 2, false],
    ['flag:2', 2, true],
    ['flag:orange', 2, true],
    ['flag:red', 2, false],
  ])('%s, %s: %s', (search, flag, found) => {
    expect(finds(search, front('x'), { flag })).toBe(found);
  });
});

describe('[SEARCH-12] numbers:', () => {
  const schedule = inReview(TODAY + 3, {
    intervalDays: 21,
    lapses: 2,
    reps: 9,
    memory: { stability: 30, difficulty: 5.5 },
  });
  test.each([
    ['prop:ivl=21', true],
    ['prop:ivl!=21', false],
    ['prop:ivl>=21', true],
    ['prop:ivl>21', false],
    ['prop:ivl<=21', true],
    ['prop:ivl<21', false],
    ['prop:due=3', true],
    ['prop:reps=9', true],
    ['prop:lapses>1', true],
    // Studied cards have no place, as in Anki.
    ['prop:pos=4', false],
    ['prop:s>29.9', true],
    ['prop:d=0.5', true],
    ['prop:r<0.8', true],
    ['prop:r<0.7', false],
  ])('%s: %s', (search, found) => {
    const card = { schedule, position: 4 };
    expect(finds(search, front('x'), card, { retrievability: () => 0.75 })).toBe(found);
  });

  test('[SEARCH-12] overdue is negative, and a card in steps is due on the day its step ends', () => {
    expect(finds('prop:due=-2', front('x'), { schedule: inReview(TODAY - 2) })).toBe(true);
    const minutes = (count: number) => ({ schedule: inLearning(NOW + count * 60_000) });
    expect(finds('prop:due=0', front('x'), minutes(10))).toBe(true);
    // The study day ends at four in the morning.
    expect(finds('prop:due=0', front('x'), minutes(20 * 60 - 1))).toBe(true);
    expect(finds('prop:due=1', front('x'), minutes(20 * 60))).toBe(true);
  });

  test('[SEARCH-12] a card without the number is found by no comparison; an interval is 0 then', () => {
    for (const name of ['due', 's', 'd', 'r']) {
      for (const sign of ['=', '!=', '<', '>=']) {
        expect(finds(`prop:${name}${sign}1`, front('x'))).toBe(false);
      }
    }
    expect(finds('prop:ivl=0', front('x'))).toBe(true);
  });
});

describe('[SEARCH-13] lately:', () => {
  const past: PastAnswer[] = [
    { studyDay: TODAY - 3, grade: 1, isFirst: true },
    { studyDay: TODAY, grade: 3, isFirst: false },
  ];
  const answers = (id: CardId) => (id === 'n/1' ? past : []);
  test.each([
    ['rated:1', true],
    ['rated:1:3', true],
    ['rated:1:1', false],
    ['rated:3:1', false],
    ['rated:4:1', true],
    ['introduced:3', false],
    ['introduced:4', true],
    ['prop:rated=-3', true],
    ['prop:rated=-2', false],
    ['prop:rated<-3', false],
  ])('%s: %s', (search, found) => {
    expect(finds(search, front('x'), {}, { answers })).toBe(found);
  });

  test('[SEARCH-13] answers are looked for where the card’s history is logged', () => {
    const moved = { historyId: 'n/1' as CardId };
    expect(finds('rated:1', front('x'), {}, { answers, slot: 2 })).toBe(false);
    expect(finds('rated:1', front('x'), moved, { answers, slot: 2 })).toBe(true);
  });

  test('[SEARCH-13] added and edited count study days', () => {
    const yesterday = TODAY * DAY + 3.9 * 3_600_000;
    const note = aSearchNote(['x'], { addedAtMillis: NOW - 5 * DAY, editedAtMillis: yesterday });
    expect(finds('edited:1', note)).toBe(false);
    expect(finds('edited:2', note)).toBe(true);
    expect(finds('added:5', note)).toBe(false);
    expect(finds('added:6', note)).toBe(true);
  });
});

describe('[SEARCH-14] coming up:', () => {
  test.each<[string, Partial<Card>, boolean]>([
    ['due:today', { schedule: inReview(TODAY - 9) }, true],
    ['due:today', { schedule: inReview(TODAY + 1) }, false],
    ['due:today', { schedule: inLearning(NOW + 3_600_000) }, true],
    ['due:tomorrow', { schedule: inReview(TODAY + 1) }, true],
    ['due:tomorrow', { schedule: inReview(TODAY) }, false],
    ['due:tomorrow', { schedule: inReview(TODAY), buriedUntil: TODAY + 1 }, true],
    ['due:2', { schedule: inReview(TODAY + 2) }, true],
    ['due:2', { schedule: inReview(TODAY + 3) }, false],
    ['due:7', { schedule: inReview(TODAY), suspended: true }, false],
    ['due:7', {}, false],
  ])('%s, %j: %s', (search, card, found) => {
    expect(finds(search, front('x'), card)).toBe(found);
  });
});

describe('[SEARCH-15] fields:', () => {
  const note = aSearchNote(['The <b>first</b> dose', '', '<img src="a.png">']);
  test.each([
    ['front:"the first dose"', true],
    ['"Front: the first dose"', true],
    ['front:dose', false],
    ['front:*dose', true],
    ['front:*first*', true],
    ['f*t:*dose', true],
    ['front:re:<b>', true],
    ['front:re:^first', false],
    ['front:nc:"thé first dose"', true],
    ['back:', true],
    ['back:""', true],
    ['back:" "', true],
    ['back:*', false],
    ['-back:*', true],
    ['front:*', true],
    ['extra:', false],
    ['extra:" "', false],
    ['extra:*', true],
    ['text:*', false],
    ['text:', false],
  ])('%s: %s', (search, found) => {
    expect(finds(search, note)).toBe(found);
  });
});

describe('[SEARCH-16] patterns:', () => {
  test.each([
    ['re:"\\d+ MG"', 'give 300 mg', true],
    ['re:^give', 'give 300 mg', true],
    ['re:mg$', 'give 300 mg', true],
    ['re:^300', 'give 300 mg', false],
    ['re:"<img [^>]*png"', 'x <img src="a.png">', true],
    ['re:a.b', 'a\\nb', false],
  ])('%s in %s: %s', (search, text, found) => {
    expect(finds(search, front(text))).toBe(found);
  });

  test('[SEARCH-16] the ends are those of one field', () => {
    expect(finds('re:^b$', aSearchNote(['a', 'b']))).toBe(true);
  });
});

describe('[SEARCH-17] accents and whole words:', () => {
  test.each([
    ['nc:guerin', 'Guérin', true],
    ['nc:guérin', 'Guerin', true],
    ['guerin', 'Guérin', false],
    ['w:ms', 'RRMS', false],
    ['w:ms', '(MS), relapsing', true],
    ['w:ms', 'MS2', false],
    ['w:"first dose"', 'first dose.', true],
    ['w:d*e', 'a dose x', true],
    ['w:d*e', 'adose x', false],
    ['w:_', 'xx😀', false],
    ['w:_', 'x 😀', true],
    ['w:*itis', 'meningitis', true],
    ['w:itis', 'meningitis', false],
    ['w:α4', 'α4β1', false],
    ['w:α4', 'α4-β1', true],
    // Of cloze notes alone, as in Anki.
    ['sc:dose', 'overdose', false],
    ['w:dose', 'dose_2', false],
    ['w:Größe', 'eine Größe', true],
    ['w:Gr', 'Größe', false],
    ['nc:fin', '\ufb01n', true],
    ['nc:i2', 'I\u00b2', true],
    ['nc:lodz', 'Łódź', true],
    ['aspirin', 'as\u00adpirin', true],
    ['"Crohn\'s"', 'Crohn\u2019s', true],
    ['\u03bcg', '5 \u00b5g', true],
    ['define', 'de\ufb01ne', true],
    ['106', '10\u2076', false],
    ['106', '10<sup>6</sup>', false],
    ['10\u2076', '10<sup>6</sup>', true],
    ['106', '10<SUP style="color: red">6</SUP>', false],
    ['10\u2076', '10<b><sup><i>6</i></sup></b>', true],
    ['10-6', '10<sup>&minus;6</sup>', false],
    ['10\u207b\u2076', '10<sup>&minus;6</sup>', true],
    ['2nd', '2<sup>nd</sup>', true],
    ['CO2', 'CO<sub>2</sub>', true],
    ['"re:(?-i)Dose"', 'a dose', false],
    ['"re:(?-i)Dose"', 'a Dose', true],
    ['"re:(?i)Dose"', 'a dose', true],
    ['re:"^[[:alpha:]]+$"', 'abc', true],
    ['re:"^[[:alpha:]]+$"', 'ab1', false],
    ['re:"^\\w+$"', 'ÄÖÜ', true],
    ['re:"\\bÄ"', 'xÄ', false],
    ['re:"^\\d$"', '\u0663', true],
  ])('%s in %s: %s', (search, text, found) => {
    expect(finds(search, front(text))).toBe(found);
  });
});

test('[SEARCH-3] conditions of note and card work together', () => {
  const note = aSearchNote(['dose'], { sections: ['Safety'] } satisfies Partial<Note>);
  const due = { schedule: inReview(TODAY) };
  expect(finds('dose tag:Safety is:due', note, due)).toBe(true);
  expect(finds('dose tag:Safety is:due', note)).toBe(false);
  expect(finds('x or is:due', note, due)).toBe(true);
  expect(finds('x or is:due', note)).toBe(false);
  expect(finds('-(dose is:due)', note, due)).toBe(false);
  expect(finds('-(dose is:due)', note)).toBe(true);
  expect(finds('-(x or is:due)', note)).toBe(true);
});
