import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../../src/domain/deck-text/check-cards.ts';
import { textOfDraft } from '../../../src/domain/content/draft-text.ts';
import type { NoteDraft } from '../../../src/domain/content/note.ts';
import { parseDeck } from '../../../src/domain/deck-text/parse-deck.ts';

const HEAD = '# Heart\n- deck: heart\n- source: Notes\n## Valves\n';
/** A deck of one section with `body`, which begins in line 5. */
/** Each problem says what is the matter, what became of it, and what to do. */
function read(body: string) {
  const parsed = parseDeck(HEAD + body);
  for (const { message } of parsed.problems) expect(message).toMatch(/^\S.+[.;] \S.+\.$/su);
  return parsed;
}
const good = '### good\nThe {{c1::aorta}} is wide.\n';

describe('reading a deck', () => {
  test('[DECK-6] blocks become cloze, basic and reversed notes with ids of their deck', () => {
    const { deck, drafts, problems } = read(
      '### a\nThe {{c1::x}} y.\n### b\nQ: q?\nA: a\n### c\nQ: q\nA: a\n- reversed: yes\n',
    );
    expect(problems).toEqual([]);
    expect(deck).toEqual({ id: 'heart', name: 'Heart', source: 'Notes' });
    expect(drafts.map(({ id, content }) => [id, content.type])).toEqual([
      ['heart:a', 'cloze'],
      ['heart:b', 'basic'],
      ['heart:c', 'reversed'],
    ]);
  });

  test('[DECK-6] line ends are spaces, blank lines paragraphs, a backslash keeps the break', () => {
    const { drafts } = read(
      '### a\nThe {{c1::long\nword}} goes\\\non\n\nand on.\n- extra: b\n  c\n',
    );
    expect(drafts[0]?.content).toEqual({
      type: 'cloze',
      text: 'The {{c1::long word}} goes\non\n\nand on.',
    });
    expect(drafts[0]?.extra).toBe('b c');
  });

  test('[DECK-6] keys may stand before the text, and an indented line continues a value', () => {
    const { drafts, problems } = read('### a\n- at: page\n  2\nThe {{c1::x}} y.\n- extra: e\nz\n');
    expect(problems).toEqual([]);
    expect(drafts[0]).toMatchObject({
      content: { text: 'The {{c1::x}} y.\n\nz' },
      source: 'Notes, page 2',
      extra: 'e',
    });
  });

  test('[DECK-6] a backslash in front makes text of what looks like structure', () => {
    const { drafts, problems } = read('### a\n{{c1::x}}\\\n\\- at: b\\\n\\# c\\\n\\Q: d\n');
    expect(problems).toEqual([]);
    expect(drafts[0]?.content).toEqual({ type: 'cloze', text: '{{c1::x}}\n- at: b\n# c\nQ: d' });
  });

  test('[DECK-11] sections and sources add up', () => {
    const { drafts } = read(
      '### a\n{{c1::x}} y\n- at: page 2\n- also: MS :: therapy, Valves\n' +
        '### b\n{{c1::x}} z\n- source: Other\n- tags: B\n### c\n{{c1::x}} w\n- source:\n',
    );
    expect(drafts.map(({ sections, source }) => ({ sections, source }))).toEqual([
      { sections: ['Valves', 'MS::therapy'], source: 'Notes, page 2' },
      { sections: ['Valves', 'B'], source: 'Other' },
      { sections: ['Valves'], source: '' },
    ]);
  });

  test('[DECK-7] an introduction and comments are not facts', () => {
    const text = '# T\n- deck: t\n\nRead this\nfirst.\n\n## S\n<!-- old:\n### a\n{{c1::b}} -->\n';
    const { deck, drafts, problems } = parseDeck(`${text}${good}`);
    expect(deck.source).toBe('');
    expect(drafts.map(({ id }) => id)).toEqual(['t:good']);
    expect(problems).toEqual([]);
  });

  test('[DECK-10] byte order mark, CRLF, CR, tabs and spaces at line ends change nothing', () => {
    const plain = read(`### a\nThe {{c1::x}} y.\n- at: p\n${good}`);
    const text = `${HEAD}### a\nThe {{c1::x}} y.\n- at: p\n${good}`;
    for (const variant of [
      `\uFEFF${text}`,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.replaceAll('\n', ' \t \n'),
      text.replace('- at: p', '-\tat:\tp'),
    ]) {
      expect(parseDeck(variant).drafts).toEqual(plain.drafts);
      expect(parseDeck(variant).problems).toEqual([]);
    }
  });
});

test('[DECK-6] the example of ten lines in the reference is a whole deck without a problem', () => {
  const page = readFileSync(new URL('../../../docs/deck-format.md', import.meta.url), 'utf8');
  const example = /```markdown\n(.*?)```/s.exec(page)?.[1] ?? '';
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(10);
  const { drafts, problems, places } = parseDeck(example);
  expect([...problems, ...problemsOf(drafts, places)]).toEqual([]);
  expect(drafts).toHaveLength(2);
});

describe('errors', () => {
  test.each([
    ['an unclosed cloze', '### a\nAn {{c1::open cloze\nhere\n', 6, 4, 'not closed'],
    [
      'an unclosed cloze in the second line',
      '### a\nThe {{c1::x}}\n and {{c2::y\n',
      7,
      6,
      'not closed',
    ],
    ['an empty cloze', '### a\nAn {{c1::}} x\n', 6, 4, 'hides nothing'],
    ['a sentence that hides nothing', '### a\nJust text.\n', 6, 1, 'hides nothing'],
    ['a missing answer', '### a\nQ: q?\n', 5, 5, 'answer is missing'],
    ['a missing question', '### a\nA: a\n', 5, 5, 'question is empty'],
    ['an empty block', '### a\n', 5, 5, 'nothing under this heading'],
    ['text and Q', '### a\nThe {{c1::x}}\nQ: q\nA: a\n', 6, 1, 'both a sentence'],
    ['two questions', '### a\nQ: q\nA: a\nQ: r\nA: b\n', 8, 4, 'second question'],
    ['a heading without an id', '###\nThe {{c1::x}} y\n', 5, 4, '"### the-x-y"'],
    ['a heading without any word', '###\n', 5, 4, '"### some-id"'],
    ['an id with a space', '### My fact\nThe {{c1::x}} y\n', 5, 5, '"### my-fact"'],
    ['an id with a slash', '### a/b\nThe {{c1::x}} y\n', 5, 5, 'cannot be an id'],
    ['a card without a heading', 'The {{c1::x}} y\n', 5, 1, 'without an id'],
    ['a comment without an end', '<!-- so\n', 5, 1, 'never ends'],
    ['a second use of an id', '### good\nThe {{c1::x}} y\n', 7, 5, 'in line 5 already'],
  ])(
    '[DECK-8] %s is an error with its place, and the other facts load',
    (_, body, line, column, message) => {
      const isSecond = line === 7 && body.startsWith('### good');
      const { drafts, problems } = read(isSecond ? good + body : `${body}${good}`);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ line, column, severity: 'error' });
      expect(problems[0]?.message).toContain(message);
      expect(drafts.map(({ id }) => id)).toEqual(['heart:good']);
    },
  );

  test('[DECK-16] a fact with an error is known to be in the file', () => {
    expect([...read(`### a\nbad\n${good}`).unread]).toEqual(['heart:a']);
  });

  test.each([
    ['an empty file', '', 'empty'],
    ['a file of blanks', ' \r\n\t\n', 'empty'],
    ['a title alone', '# T\n- deck: t\n', 'no facts'],
    ['binary junk', 'PK\u0003\u0004\0\0### a\n{{c1::x}} y', 'not a text file'],
  ])('[DECK-8] %s is one error and no fact', (_, text, message) => {
    const { drafts, problems } = parseDeck(text);
    expect(drafts).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 1, column: 1, severity: 'error' });
    expect(problems[0]?.message).toContain(message);
  });
});

describe('warnings', () => {
  test.each([
    ['an unknown key', `${good}- sauce: x\n`, 7, 'not a key of a fact'],
    ['a key used twice', `${good}- at: x\n- at: y\n`, 8, 'here twice'],
    ['media', `${good}- media: x.png\n`, 7, 'not shown yet'],
    ['a strange value of reversed', `${good}- reversed: maybe\n`, 7, 'yes or no'],
    ['a reversed cloze', `${good}- reversed: yes\n`, 5, 'Q: and A: only'],
    ['cloze marks in a question', '### good\nQ: {{c1::x}}?\nA: y\n', 5, 'hide nothing'],
    ['an empty answer', '### good\nQ: q?\nA:  \n', 7, 'answer is empty'],
    ['an empty section', `${good}## Empty\n`, 7, 'has no facts'],
    ['a section without a name', `##\n${good}`, 5, 'no name'],
    ['stray text', `Some words\nand more.\n${good}`, 5, 'belongs to no fact'],
    ['a second title', `${good}# Again\n`, 7, 'second title'],
    ['a deep heading', `${good}#### Deep\n`, 7, 'deeper than'],
    ['unreadable characters', '### good\nThe {{c1::a\uFFFDrta}} is wide.\n', 6, 'not readable'],
    ['keys of a section', `## B\n- source: x\n${good}`, 6, 'takes no keys'],
  ])('[DECK-9] %s is a warning, and the fact loads', (_, body, line, message) => {
    const { drafts, problems } = read(body);
    const found = problems.filter((problem) => problem.message.includes(message));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ line, severity: 'warning' });
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(drafts.map(({ id }) => id)).toEqual(['heart:good']);
  });

  test('[DECK-9] lines that are not text are counted beside the first: one is one', () => {
    const said = (lines: number) =>
      read(`${good}- at: \uFFFD\n${'a \uFFFD b\n'.repeat(lines - 1)}`).problems.find(
        ({ message }) => message.includes('not readable'),
      )?.message;
    expect(said(1)).toMatch(/^This line has /);
    expect(said(2)).toMatch(/^This line \(and 1 more line\) has /);
    expect(said(3)).toMatch(/^This line \(and 2 more lines\) has /);
  });

  test('[DECK-9] a missing title, deck id or section is made up for', () => {
    const untitled = parseDeck(`- deck: heart\n${good}`);
    expect(untitled.deck).toMatchObject({ id: 'heart', name: 'heart' });
    expect(untitled.drafts[0]?.sections).toEqual(['General']);
    expect(untitled.problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    const nameless = parseDeck(`# Heart & Vessels\n## S\n${good}`);
    expect(nameless.deck.id).toBe('heart-vessels');
    expect(nameless.problems[0]?.message).toContain('- deck: heart-vessels');
  });

  test('[DECK-9] a section used only through also is not empty', () => {
    expect(read(`${good}- also: Therapy\n## Therapy\n`).problems).toEqual([]);
  });
});

test('[DECK-8] that a file has no facts is said beside advice, and not where an error says why', () => {
  const saying = (text: string) => parseDeck(text).problems.map(({ message }) => message);
  const said = saying('# T\n- deck: t\n\n# Another\n');
  expect(said).toHaveLength(2);
  expect(said.join()).toContain('A second title.');
  expect(said.join()).toContain('The file has no facts.');
  expect(saying('# T\n- deck: t\n\nQ: Which drug?\nA: That one.\n').join()).not.toContain(
    'no facts',
  );
});

test('[DECK-31] a two-way fact has a question of its own for the way back', () => {
  const { drafts, problems } = parseDeck(
    '# D\n- deck: d\n## S\n### a\nQ: What is the target?\nA: α4\n- back: Which drug blocks α4?\n- answer: Natalizumab\n- source: x\n### b\nQ: q\nA: a\n- answer: z\n- source: x',
  );
  expect(drafts[0]?.content).toEqual({
    type: 'reversed',
    front: 'What is the target?',
    back: 'α4',
    wayBack: { question: 'Which drug blocks α4?', answer: 'Natalizumab' },
  });
  expect(drafts[1]?.content.type).toBe('basic');
  expect(problems.map(({ line }) => line)).toEqual([13]);
});

test('[DECK-11][DECK-30] facts outside any section, and Markdown where the header asks for it', () => {
  const text = '# D\n- deck: d\n- text: markdown\n## (none)\n### a\n**x** {{c1::*y*}}\n- source:';
  const { drafts, problems } = parseDeck(text);
  expect(problems).toEqual([]);
  expect(drafts[0]).toMatchObject({ sections: [], markup: 'markdown' });
  expect(textOfDraft(drafts[0] as NoteDraft).fields).toEqual({ text: '<b>x</b> {{c1::<i>y</i>}}' });
  const plain = parseDeck(text.replace('- text: markdown\n', ''));
  expect(textOfDraft(plain.drafts[0] as NoteDraft).fields).toEqual({ text: '**x** {{c1::*y*}}' });
});
