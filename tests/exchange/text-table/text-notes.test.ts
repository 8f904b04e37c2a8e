import { expect, test } from 'vitest';
import { BASIC } from '../../../src/domain/content/stock.ts';
import { readTextTable } from '../../../src/exchange/text-table/text-notes.ts';
import type { FieldId } from '../../../src/kernel/ids.ts';

const rowsOf = (text: string) => readTextTable(text).rows.map(({ cells }) => cells);

// Texts and rows as Anki 26.9 reads them.
test.each<[string, readonly (readonly string[])[]]>([
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a,b\n', [['a', 'b']]],
  [
    'a;b\nc;d,e\n',
    [
      ['a', 'b'],
      ['c', 'd,e'],
    ],
  ],
  ['#separator:|\na|b\n', [['a', 'b']]],
  ['#separator:tab\n# a comment\na\tb\n#c\td\n', [['a', 'b']]],
  ['tags:foo bar\na\tb\n', [['a', 'b']]],
  ['"a\nb",c\n', [['a\nb', 'c']]],
  ['a "b" c\td\n', [['a "b" c', 'd']]],
  ['"say ""yes""",x\n', [['say "yes"', 'x']]],
  ['\ufeff#separator:tab\na\tb', [['a', 'b']]],
  ['a\n\n\nb\n', [['a'], ['b']]],
  ['#Separator:comma\na,b\n', [['a', 'b']]],
  [
    '# spaced comment\n#separator:Comma\nx,y\r\nz,w\r\n',
    [
      ['x', 'y'],
      ['z', 'w'],
    ],
  ],
  ['a"b,c"d\n#x\n', [['a"b', 'c"d']]],
  ['"unclosed\tb\nc\td\n', [['unclosed\tb\nc\td\n']]],
])('[ANKI-11] the rows of %j', (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test('[ANKI-11] a sentence is one cell, whatever stands in it but tabs', () => {
  expect(rowsOf('What is it: this\nno\n')).toEqual([['What is it: this'], ['no']]);
});

test('[ANKI-11] headers name the deck, the tags, the type and the columns', () => {
  const { notes, headers, problems } = readTextTable(
    '#separator:tab\n#html:true\n#deck column:1\n#tags column:3\n#guid column:2\n#tags:all\n#notetype:Basic\n#if matches:keep both\n#match scope:notetype + deck\nMed::Heart\tg1\tone two\t<b>F</b>\tB\n',
  );
  expect(problems).toEqual([]);
  expect(headers).toMatchObject({ ifMatches: 'keep-both', matchesInDeck: true });
  expect(notes).toEqual([
    {
      line: 10,
      type: BASIC,
      fields: { front: '<b>F</b>', back: 'B' },
      deck: 'Med::Heart',
      tags: ['all', 'one', 'two'],
      guid: 'g1',
    },
  ]);
});

test('[ANKI-11] columns that are named go into the fields of that name', () => {
  const [note] = readTextTable('#separator:comma\n#columns:back,Nothing,FRONT\nB,x,F\n').notes;
  expect(note?.fields).toEqual({ front: 'F', back: 'B' });
});

test('[ANKI-11] words are words; lines of a cell are lines', () => {
  const [note] = readTextTable('"1 < 2 &\nmore"\tx\n').notes;
  expect(note?.fields).toEqual({ front: '1 &lt; 2 &amp;<br>more', back: 'x' });
});

test('[ANKI-11] text with deletions is cloze where no type is named', () => {
  const { notes } = readTextTable('The {{c1::sky}}\tblue\nplain\tx\n');
  expect(notes.map(({ type }) => type.kind)).toEqual(['cloze', 'standard']);
});

test('[ANKI-11] what is left out or not understood is told with its lines', () => {
  const { notes, problems } = readTextTable(
    '#separator:long\n#deck column:no\n#notetype:Mine\n\tonly the back\n"open\n',
  );
  expect(notes.map(({ line }) => line)).toEqual([5]);
  expect(problems).toEqual([
    'The line “#separator:long” says nothing that Rounds knows.',
    'The line “#deck column:no” says nothing that Rounds knows.',
    'Line 5: a quotation mark is never closed; all after it is one cell.',
    'There is no note type “Mine” here; its rows are taken as ordinary notes.',
    '1 row has nothing in the first field and is left out (line 4).',
  ]);
  expect(readTextTable('').problems).toEqual(['The file has no rows.']);
});

test('[ANKI-51] a first row that names its columns is read by those names, and is no note', () => {
  const { notes, choices, rows } = readTextTable(
    'Tags;Answer;Question\nMS::Safety;A viral disease;What is PML?\nMS;α4;Which integrin?\n',
  );
  expect(choices).toMatchObject({
    hasNames: true,
    columns: [
      { use: 'tags' },
      { use: 'field', fieldId: 'back' },
      { use: 'field', fieldId: 'front' },
    ],
  });
  expect(rows).toHaveLength(2);
  expect(notes.map(({ fields, tags, line }) => [fields, tags, line])).toEqual([
    [{ front: 'What is PML?', back: 'A viral disease' }, ['MS::Safety'], 2],
    [{ front: 'Which integrin?', back: 'α4' }, ['MS'], 3],
  ]);
});

test('[ANKI-51] a person can say otherwise, either way', () => {
  const text = 'term,definition\ncor,heart\n';
  const { choices } = readTextTable(text);
  expect(choices.hasNames).toBe(true);
  const all = readTextTable(text, undefined, { ...choices, hasNames: false });
  expect(all.notes.map(({ fields }) => Object.values(fields)[0])).toEqual(['term', 'cor']);
  const plain = readTextTable('cor,heart\npulmo,lung\n');
  expect(plain.choices.hasNames).toBe(false);
  const named = readTextTable('cor,heart\npulmo,lung\n', undefined, {
    ...plain.choices,
    hasNames: true,
  });
  expect(named.notes.map(({ fields }) => Object.values(fields)[0])).toEqual(['pulmo']);
});

test.each([
  ['one known name', 'Question,Latin\na,b\n'],
  ['a name twice', 'Front,Back,front\na,b,c\n'],
  ['an empty name', 'Front,,Back\na,b,c\n'],
  ['a sentence', `Front,Back,${'word '.repeat(12)}\na,b,c\n`],
  ['nothing below', 'Front,Back\n'],
  ['names in a line of their own', '#columns:Back,Front\nFront,Back\na,b\n'],
])('[ANKI-51] with %s the first row is a note', (_what, text) => {
  const { choices, notes } = readTextTable(text);
  expect(choices.hasNames).toBe(false);
  expect(notes.length).toBe(text.split('\n').filter((line) => /^[^#]/.test(line)).length);
});

test.each([
  ['Basic (and reversed card)', 'reversed'],
  ['Basic (optional reversed card)', 'optional-reversed'],
  ['Basic (type in the answer)', 'typed'],
  ['Cloze', 'cloze'],
])('[ANKI-11] the type that Anki calls “%s” is the one of the kind that is here', (name, id) => {
  const { notes, problems } = readTextTable(`#notetype:${name}\n{{c1::q}}\ta\n`);
  expect(notes[0]?.type.id).toBe(id);
  expect(problems).toEqual([]);
});

test('[ANKI-63] header lines that a spreadsheet saved say what they said', () => {
  const lines = [
    '#separator:comma',
    '#deck:Heart',
    '#guid column:1',
    '#tags column:4',
    '#html:true',
  ];
  const plain = readTextTable(`${lines.join('\n')}\nG,a,b,t\n`).notes;
  expect(plain).toMatchObject([{ deck: 'Heart', guid: 'G', tags: ['t'] }]);
  for (const sign of [',', ';', '\t']) {
    const row = ['G', 'a', 'b', 't'].join(sign);
    const padded = [...lines.map((line) => line + sign.repeat(3)), row].join('\r\n');
    const quoted = [...lines.map((line) => `"${line}"${`${sign}""`.repeat(3)}`), row].join('\n');
    for (const text of [padded, quoted, `\ufeff${padded}`]) {
      const { notes, problems } = readTextTable(text);
      expect(notes.map(({ line: _, ...note }) => note)).toEqual(
        plain.map(({ line: _, ...note }) => note),
      );
      expect(problems).toEqual([]);
    }
  }
  // A line that fills its row has nothing put to its end.
  const columns = readTextTable('#separator:comma,\n#columns:Back,Front\n#tags:,\nb,a\n').notes;
  expect(columns.map(({ fields }) => fields)).toEqual([{ front: 'a', back: 'b' }]);
});

test.each([
  ['sep=;', ';'],
  ['"sep=;"', ';'],
  ['SEP=,', ','],
  ['sep=\t', '\t'],
  ['sep=|', '|'],
])('[ANKI-63] a first line %j tells what stands between cells, as Excel reads it', (line, sign) => {
  const { notes, separator, problems } = readTextTable(`${line}\r\nHerz${sign}cor; a, b\r\n`);
  expect([separator, problems]).toEqual([sign, []]);
  expect(notes.map(({ fields }) => fields['front' as FieldId])).toEqual(['Herz']);
  // Anywhere else it is a row.
  expect(readTextTable(`a${sign}b\n${line}\n`).notes).toHaveLength(2);
});

test('[ANKI-63] a separator that is its own value is one, and a cell that begins with # is a cell', () => {
  expect(readTextTable('#separator:;\na;b\n').headers.separator).toBe(';');
  expect(readTextTable('#separator:,\na,b\n').headers.separator).toBe(',');
  const { notes } = readTextTable('#separator:comma\n"#1 cause: smoking",b\n"#tags: what?",c\n');
  const fronts = notes.map(({ fields }) => Object.values(fields)[0]);
  expect(fronts).toEqual(['#1 cause: smoking', '#tags: what?']);
  // One comma too many says nothing of the rows.
  const tabs = readTextTable('#tags:one, two,\na, b\tc\n');
  expect(tabs.separator).toBe('\t');
  expect(readTextTable('#tags:one,\n#deck:X\na,b\tc\n').separator).toBe('\t');
});

test('[ANKI-63] columns that a header line names tags, deck, note type or guid are those', () => {
  const text = '#separator:comma\n#columns:Front,Back,Tags,Deck,GUID\na,b,t u,Heart,G\n';
  expect(readTextTable(text).notes).toMatchObject([
    { fields: { front: 'a', back: 'b' }, tags: ['t', 'u'], deck: 'Heart', guid: 'G' },
  ]);
  // What a line says of a column goes before its name.
  const said = '#separator:comma\n#tags column:4\n#columns:Front,Back,Tags,More\na,b,x,t\n';
  expect(readTextTable(said).notes).toMatchObject([{ tags: ['t'] }]);
});

test('[ANKI-11] names of columns are parted by what parts the cells, where no line says what that is', () => {
  const { notes, problems } = readTextTable('#columns:Back,Tags,Front\nanswer,heart,question\n');
  expect(problems).toEqual([]);
  expect(notes).toMatchObject([{ fields: { front: 'question', back: 'answer' }, tags: ['heart'] }]);
});

// Columns as Anki 26.9 takes them, for a type of two fields.
const TWO_FIELDS = { ...BASIC, name: 'Two', fields: BASIC.fields.slice(0, 2) };

test.each<[string, readonly string[]]>([
  ['#notetype:Two\na\tb\tone two\tmore\nc\td\n', ['one', 'two']],
  ['#notetype:Two\n#deck column:3\na\tb\tDeck\tone two\n', ['one', 'two']],
  ['#notetype:Two\n#deck column:1\nDeck\ta\tb\tone two\n', ['one', 'two']],
  ['#notetype:Two\nc\td\na\tb\tone\n', []],
  ['#notetype:Two\n#tags column:4\na\tb\tmore\tone\n', ['one']],
  ['#notetype:Two\n#columns:Front\tBack\tx\na\tb\tone\n', []],
  ['#notetype column:1\nTwo\ta\tb\tone\n', []],
])('[ANKI-70] tags beyond the fields of the type that a file names: %j', (text, tags) => {
  const [note] = readTextTable(text, [BASIC, TWO_FIELDS]).notes;
  expect(note?.tags).toEqual(tags);
});
