import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfDraft } from '../../../src/domain/content/draft-text.ts';
import type { NoteContent, NoteDraft } from '../../../src/domain/content/note.ts';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { problemsOf } from '../../../src/domain/deck-text/check-cards.ts';
import { parseDeck } from '../../../src/domain/deck-text/parse-deck.ts';
import { DuplicateIndex } from '../../../src/domain/duplicates/duplicate-index.ts';
import { textOfNote } from '../../../src/domain/duplicates/normal-text.ts';
import type { NoteId } from '../../../src/kernel/ids.ts';
import { lintNote } from '../../../src/domain/lint/lint.ts';
import { lintInput } from '../../../src/domain/lint/lint-input.ts';
import { CARD_RULES, isRuleId, type RuleId } from '../../../src/domain/lint/rules.ts';
import { growth } from '../../support/growth.ts';
import { EXAMPLES } from './examples.ts';
import { GOOD_QUESTIONS, GOOD_SENTENCES } from './good-cards.ts';
import { basic, cloze, rulesOf, stock, suggestionsOf, type Written } from './notes.ts';

const page = readFileSync(new URL('../../../docs/card-rules.md', import.meta.url), 'utf8');
const nameOf = ({ fields }: Written) => Object.values(fields).join(' / ').slice(0, 100);
const cases = (written: readonly Written[]) => written.map((one) => [nameOf(one), one] as const);

for (const { id } of CARD_RULES) {
  const { bad, good } = EXAMPLES[id];
  describe(id, () => {
    test.each(cases(bad))(`[${id}] has something to say about: %s`, (_, written) => {
      expect(rulesOf(written)).toEqual([id]);
    });
    test.each(cases(good))(`[${id}] lets be: %s`, (_, written) => {
      expect(rulesOf(written)).toEqual([]);
    });
    test(`[ADVICE-5] ${id} has four examples of either kind`, () => {
      expect(Math.min(bad.length, good.length)).toBeGreaterThanOrEqual(4);
    });
  });
}

describe('cards that are good', () => {
  test.each(GOOD_QUESTIONS)('[ADVICE-5] nothing is said about: %s', (question, answer) => {
    expect(rulesOf(basic(question, answer))).toEqual([]);
  });
  test.each(GOOD_SENTENCES)('[ADVICE-5] nothing is said about: %s', (text) => {
    expect(rulesOf(cloze(text))).toEqual([]);
  });

  test('[ADVICE-5] nothing is said about any note of the shipped deck', () => {
    const file = readFileSync(new URL('../../../decks/natalizumab-ms.md', import.meta.url), 'utf8');
    const notes = parseDeck(file).drafts.map((draft) => ({ id: draft.id, ...textOfDraft(draft) }));
    const texts = notes.map(({ id, noteTypeId, fields }) => ({
      id,
      text: textOfNote(fields, stock(noteTypeId)),
    }));
    const index = new DuplicateIndex(texts);
    const found = notes.flatMap(({ id, noteTypeId, fields, sections }, place) =>
      lintNote(
        lintInput(stock(noteTypeId), fields, sections, () =>
          index.nearest(texts[place]?.text ?? '', id),
        ),
        new Set(),
      ),
    );
    expect(notes.length).toBeGreaterThan(17);
    expect(found).toEqual([]);
  });
});

describe('what is said', () => {
  test('[ADVICE-1] two sentences: what is so, and how to better it', () => {
    for (const { id } of CARD_RULES) {
      for (const one of EXAMPLES[id].bad.flatMap(suggestionsOf)) {
        expect(one.message).toMatch(/^[A-Z“].*[.?] [A-Z].*[^.]\.$/s);
        expect(one.message.length).toBeLessThan(220);
        expect(one.excerpt?.length ?? 0).toBeLessThanOrEqual(80);
        expect(one.severity).toBe('suggestion');
        expect(one.slot === undefined && one.fieldId === undefined).toBe(id === 'CR15');
      }
    }
  });

  test('[ADVICE-1] every rule is on the page, by number and name, with a bad and a good card', () => {
    const headings = [...page.matchAll(/^## (CR\d+) (.*)$/gm)].map(([, id, name]) => ({
      id,
      name,
    }));
    expect(headings).toEqual(CARD_RULES);
    for (const { id } of CARD_RULES) {
      const section =
        page
          .slice(page.indexOf(`## ${id} `))
          .slice(3)
          .split('\n## ')[0] ?? '';
      expect(section).toMatch(/^Why: .+/m);
      expect(section).toMatch(/^Instead of: .+/m);
      expect(section).toMatch(/^Better: .+/m);
      expect(section).toMatch(/^Source: .+/m);
    }
  });

  const examples = [...page.matchAll(/^## (CR\d+) |^(Instead of|Better): `(.*)`$/gm)];
  let current = '';
  for (const [, id, kind, card = ''] of examples) {
    current = id ?? current;
    if (kind === undefined) continue;
    const [, question, answer] = /^Q: (.*?) A: (.*)$/.exec(card) ?? [];
    const written = question === undefined ? cloze(card) : basic(question, answer ?? '');
    const expected = kind === 'Better' ? [] : [current];
    test(`[ADVICE-1] the page's example is what it says: ${current} ${kind.toLowerCase()} ${card}`, () => {
      expect(rulesOf(written)).toEqual(expected);
    });
  }

  test('[ADVICE-2] a silenced rule says nothing, and the others what they did', () => {
    const { type, fields } = basic('What does it do?', 'Yes', { source: '' });
    const said = (...silenced: RuleId[]) =>
      lintNote(lintInput(type, fields, []), new Set(silenced)).map(({ ruleId }) => ruleId);
    expect(said()).toEqual(['CR4', 'CR10', 'CR16']);
    expect(said('CR10')).toEqual(['CR4', 'CR16']);
    expect(said('CR4', 'CR16')).toEqual(['CR10']);
    expect(said('CR4', 'CR10', 'CR16')).toEqual([]);
    expect([isRuleId('CR4'), isRuleId('CR99'), isRuleId('constructor')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('[ADVICE-2] with the passage silenced, what is too long within it is said', () => {
    const { type, fields } = basic('What is preload?', 'word '.repeat(400));
    const said = (...silenced: RuleId[]) =>
      lintNote(lintInput(type, fields, []), new Set<RuleId>(['CR16', ...silenced])).map(
        ({ ruleId }) => ruleId,
      );
    expect(said()).toEqual(['CR18']);
    expect(said('CR18')).toEqual(['CR1']);
  });

  test('[ADVICE-4] what is true of several cards of a note is said once, at the first', () => {
    const found = suggestionsOf(
      cloze('It is {{c1::wide}} and {{c2::long}}, {{c3::soft}} and {{c4::red}}.'),
    );
    expect(found.map(({ ruleId, slot }) => [ruleId, slot])).toEqual([['CR10', 1]]);
  });

  test('[ADVICE-6] in other languages rules about English words say nothing', () => {
    const foreign = [
      basic('Was ist das?', 'Die Aorta ist die größte Arterie'),
      basic('Ist die Aorta weit?', 'Das ist sie'),
      basic('Est-ce que la rate est grosse ?', 'Elle est grosse'),
      cloze('Die Aorta {{c1::in}} der Brust ist weit und nicht eng.'),
    ];
    expect(foreign.flatMap(rulesOf)).toEqual([]);
    expect(
      rulesOf(
        basic(
          'Welche Medikamente senken die Sterblichkeit?',
          'ACE-Hemmer, Betablocker und Spironolacton',
        ),
      ),
    ).toEqual(['CR3']);
  });
});

describe('how cards are read', () => {
  test('[ADVICE-8] the answer is the first field of the back that the front does not show', () => {
    const long = 'so it is read under the answer and is not asked for '.repeat(5);
    expect(
      rulesOf(basic('Which valve lies at the apex?', 'The mitral valve', { extra: long })),
    ).toEqual([]);
    const typed: Written = {
      type: stock('typed'),
      fields: { front: 'Which valve lies at the apex?', back: 'Yes', source: 'x' } as FieldTexts,
    };
    expect(rulesOf(typed)).toEqual(['CR4']);
  });

  test('[ADVICE-8] a cue belongs to the question, not to the answer', () => {
    const both: Written = {
      type: stock('reversed'),
      fields: {
        front: 'Omeprazole (what kind of drug is it?)',
        back: 'Proton pump inhibitor (which drug with an O is one?)',
        source: 'x',
      } as FieldTexts,
    };
    expect(rulesOf(both)).toEqual([]);
  });

  test('[ADVICE-8] tags, entities and formulas are read as what they show', () => {
    expect(rulesOf(basic('<b>Is</b>&nbsp;the aorta <i>wide</i>?', 'It is'))).toEqual(['CR4']);
    expect(rulesOf(cloze('The {{c1::<b>aor</b>ta}} is an aorta.'))).toEqual(['CR5']);
    expect(rulesOf(cloze('The {{c1::aorta::<i>aorta</i> or what}} is wide.'))).toEqual([]);
    expect(rulesOf(cloze('The {{c1::aorta::<i>aorta</i>}} is wide.'))).toEqual(['CR7']);
  });
});

describe('the command and the editor', () => {
  const WARNINGS: Partial<Record<RuleId, string>> = {
    CR1: 'answer over',
    CR3: 'a list of three or more',
    CR4: 'a yes/no question',
    CR5: 'the question holds its own answer',
    CR6: 'the question holds its own answer',
    CR7: 'the question holds its own answer',
    CR13: 'everything is hidden',
  };
  const drafts = Object.values(EXAMPLES)
    .flatMap(({ bad, good }) => [...bad, ...good])
    .flatMap((written) => draftOf(written) ?? []);

  test('[ADVICE-7] find the same in the same cards', () => {
    expect(drafts.length).toBeGreaterThan(100);
    for (const { written, draft } of drafts) {
      const said = problemsOf([draft]).map(({ message }) => message);
      const found = new Set(rulesOf(written).map((id) => WARNINGS[id as RuleId]));
      // A choice is one fault to the editor, and two to the command.
      if (found.has(WARNINGS.CR4)) continue;
      for (const warning of new Set(Object.values(WARNINGS))) {
        expect([nameOf(written), warning, said.some((one) => one.includes(warning))]).toEqual([
          nameOf(written),
          warning,
          found.has(warning),
        ]);
      }
    }
  });
});

/** A note as a deck file's fact, where it is nothing but text. */
function draftOf(written: Written): { written: Written; draft: NoteDraft } | undefined {
  const { type, fields } = written;
  const { front = '', back = '', text = '', source = '' } = fields as Record<string, string>;
  if (/[<&]/.test(front + back + text) || (front + back + text).length > 1500) return undefined;
  const content = (): NoteContent | undefined => {
    if (type.id === 'cloze') return { type: 'cloze', text };
    if (type.id === 'basic' && front !== '') return { type: 'basic', front, back };
    return type.id === 'reversed' ? { type: 'reversed', front, back } : undefined;
  };
  const plain = content();
  if (plain === undefined) return undefined;
  const draft = { id: 'd:a' as NoteId, content: plain, extra: '', sections: ['S'], source };
  return { written, draft };
}

/** Pieces that rules look for, and that markup is made of. */
const PIECES =
  '{{c1::|{{c2::|{{c499::|}}|::|<b>|</b>|<img src=x>|<!--|-->|<|>|&amp;|&|\\(|\\)|\\[|?|. |, | and | or |\n|yes|no|Is |Which |what |it |this |not |except|ABC|TAPVR|(|)|ä|漢字|🫀|\ud800|\u0000|word |list |name all |1,000|C5|II|"|\'|$1|__proto__'.split(
    '|',
  );
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('whatever the text', () => {
  test('[ADVICE-3] it never throws', () => {
    const typeIds = ['basic', 'reversed', 'optional-reversed', 'typed', 'cloze', 'occlusion'];
    fc.assert(
      fc.property(
        fc.constantFrom(...typeIds),
        anyText,
        anyText,
        anyText,
        (id, first, second, source) => {
          const type = stock(id);
          const fields = Object.fromEntries(
            type.fields.map((field, index) => [field.id, [first, second][index] ?? source]),
          );
          for (const { ruleId, message } of suggestionsOf({ type, fields: fields as FieldTexts })) {
            expect(isRuleId(ruleId)).toBe(true);
            expect(message).not.toContain('undefined');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  const repeated = (piece: string) => (size: number) => piece.repeat(size / piece.length);
  test.each<[string, (size: number) => string]>([
    ...PIECES.filter((piece) => piece.trim() !== '').map(
      (piece): [string, (size: number) => string] => [piece, repeated(piece)],
    ),
    ['what … and …', (size) => `what ${'and what '.repeat(size / 9)}`],
    ['in …,', (size) => `in ${'a '.repeat(size / 2)}`],
    ['which … not', (size) => `which ${'one of these '.repeat(size / 13)}`],
    ['spaces', (size) => `what${' '.repeat(size)}and`],
    ['capitals', (size) => 'ABCD efghij '.repeat(size / 12)],
  ])('[ADVICE-3] time grows as the text does: %s', (_, make) => {
    const judging = (ofType: (text: string) => Written, size: number) => {
      const written = ofType(make(size));
      return () => suggestionsOf(written);
    };
    for (const ofType of [
      (text: string) => basic(`${text}?`, text),
      (text: string) => cloze(`The {{c1::aorta}} ${text}`),
    ]) {
      // Eight times the text: 64 when quadratic.
      expect(growth(28, judging(ofType, 600), judging(ofType, 4800))).toBeLessThan(28);
    }
  });

  test('[ADVICE-3] a note longer than ten thousand characters is told to be split, card by card no more', () => {
    expect(rulesOf(basic('Is it so?', 'yes '.repeat(3000)))).toEqual(['CR18']);
    expect(rulesOf(cloze(`{{c1::x}} ${'the the '.repeat(40_000)}`))).toEqual(['CR18']);
  });
});

test('[ADVICE-1] every card rule has a number of its own in order, and a name', () => {
  expect(CARD_RULES.map(({ id }) => id)).toEqual(CARD_RULES.map((_, at) => `CR${at + 1}`));
  for (const { name } of CARD_RULES) expect(name).toMatch(/^[\p{Lu}“].{6,}\S$/u);
  expect(new Set(CARD_RULES.map(({ name }) => name)).size).toBe(CARD_RULES.length);
});
