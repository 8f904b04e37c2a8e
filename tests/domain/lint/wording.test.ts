import { describe, expect, test } from 'vitest';
import { CARD_RULES, type RuleId } from '../../../src/domain/lint/rules.ts';
import { EXAMPLES } from './examples.ts';
import { basic, cloze, rulesOf, suggestionsOf, type Written } from './notes.ts';

/** Every way of saying that a rule knows, and what comes near it and is meant otherwise. */
const QUESTIONS: Partial<Record<RuleId, { found: readonly string[]; left: readonly string[] }>> = {
  CR3: {
    found: [
      'List the causes of gout',
      'Enumerate causes of gout',
      'Name all bones of the wrist',
      'Name the three branches of the arch',
      'Name any 4 drugs for gout',
      'Name causes of gout',
      'Name the main causes of gout',
      'Name the most common symptoms of gout',
      'Name five layers of skin',
      'Give the 12 cranial nerves',
      'Give all signs of gout',
      'State seven criteria of lupus',
      'Mention any eight bones of the wrist',
      'Recall six stages of sleep',
      'What are all bones of the wrist?',
      'What are the nine regions of the belly?',
      'What are its ten parts?',
      'Which eleven muscles act here?',
    ],
    left: [
      'List one cause of gout',
      'List a cause of gout',
      'Name the cause of gout',
      'Give two causes of gout',
      'Name the third nerve',
      'What are the 2 parts of it in humans called?',
      'Which three of these act on potassium most?',
      'Which 4-year-old child needs the vaccine?',
    ],
  },
  CR4: {
    found: [
      ...['Is', 'Are', 'Was', 'Were', 'Do', 'Does', 'Did', 'Has', 'Have', 'Had', 'Can', 'Could'],
      ...[
        'Will',
        'Would',
        'Should',
        'May',
        'Might',
        'Must',
        'Isn’t',
        "Doesn't",
        'And is',
        'So can',
      ],
    ].map((verb) => `${verb} the aorta wide here?`),
    left: [
      'Is it raised, and why?',
      'Can you list the sign?',
      'Could you describe the sign?',
      'Does gout hurt, and where?',
      'Was ist Gicht?',
      'Issues of gout: the main one?',
    ],
  },
  CR8: {
    found: [
      'What is gout and how is it treated?',
      'Which drug is given or what is done?',
      'How does it act and in what organ is it made?',
      'Why does gout hurt and when does it stop in humans?',
      'Where does gout begin and why?',
      'Who discovered insulin and where?',
      'When was it found and by whom?',
      'When is insulin given and what dose is given?',
      'Where and when does gout hurt?',
      'How and why does insulin act?',
      'What is the cause and the treatment of gout?',
      'What are the function and location of the atlas?',
      'What’s the origin and insertion of the psoas?',
      'What is the usual dose and the main route for insulin?',
      'What is gout caused by? Which drug treats gout best?',
    ],
    left: [
      'What are the signs and symptoms of gout?',
      'What is the structure and name of the atlas?',
      'A man of 40 has gout. Which drug treats gout?',
      'Gout? Which drug treats gout best?',
    ],
  },
  CR11: {
    found: [
      'What about gout in old age?',
      'How about gout in old age?',
      'And what about gout in old age?',
      'So how about gout in old age?',
      'But what about gout in old age?',
      'Tell me about gout in old age',
      'Tell about gout in old age',
      'Tell me all about gout in old age',
      'Tell me everything about gout in old age',
      'Tell something about gout in old age',
      'What do you know about gout in old age?',
      'What do we know of gout in old age?',
      'What can you say about gout in old age?',
      'What could be said about gout in old age?',
      'What can you tell me about gout in old age?',
      'What could be told about gout in old age?',
      'Discuss gout in old age',
      'Comment on the treatment of gout in the old',
      'Talk about gout in old age',
      'Write a note on gout in old age',
      'Write notes on gout in old age',
      'Thoughts on gout in old age',
      'Details of gout in old age',
      'Facts about gout in old age',
    ],
    left: [
      'Which crystal is there in gout of old age?',
      'Where is uric acid made in the body?',
      'The patient wants to talk about gout: who listens?',
      'Where does one write notes on gout?',
    ],
  },
  CR12: {
    found: [
      'All drugs lower urate except',
      'All drugs lower urate, except which one?',
      'All drugs lower urate except for one:',
      'Each of the following lowers urate except probenecid in low dose?',
      'Which one of these is not a drug for gout?',
      'Any of those which isn’t a drug for gout?',
      'What of the following is least likely in gout?',
      'Which drug is not a uricosuric?',
      'What drugs are not the first choice?',
      'Which gout drug was not found in a plant?',
      'Which joints aren’t typically swollen?',
      "Which joint isn't usually swollen?",
      'Which very old gout drug is not considered safe?',
    ],
    left: [
      'Which drug is not broken down in the liver?',
      'Which crystal does not glow under polarised light?',
      'Except in gout, when is urate high in the blood?',
      'Why is aspirin not a drug for gout?',
    ],
  },
};

for (const [id, { found, left }] of Object.entries(QUESTIONS)) {
  describe(`the wording of ${id}`, () => {
    test.each(found)(`[${id}] finds: %s`, (question) => {
      expect(rulesOf(basic(question, 'Urate'))).toContain(id);
      expect(rulesOf(basic(question.toUpperCase(), 'Urate'))).toContain(id);
    });
    test.each(left)(`[${id}] lets be: %s`, (question) => {
      expect(rulesOf(basic(question, 'Urate'))).not.toContain(id);
    });
  });
}

describe('what the answer says', () => {
  const says = (answer: string) => rulesOf(basic('What does the test tell about him?', answer));

  test.each([
    ...['Yes', 'no.', 'True!', 'false', 'No, it is not', 'Yes: in most', 'No; rarely'],
    ...['Yes – in most', 'True (in most)', 'Yes because of gout', 'No it cannot', 'No they cannot'],
  ])('CR4 “%s” is a yes or a no', (answer) => {
    expect(says(answer)).toContain('CR4');
  });

  test.each(['Nothing', 'No change', 'True hermaphroditism', 'Yes-associated protein', 'No,1 mm'])(
    'CR4 “%s” is not',
    (answer) => {
      expect(says(answer)).not.toContain('CR4');
    },
  );

  test('CR4 after “which”, true and false are names of things, yes and no are not', () => {
    const which = (answer: string) => rulesOf(basic('Which lumen is the larger one?', answer));
    expect(which('False')).not.toContain('CR4');
    expect(which('False (there is no flow in it)')).not.toContain('CR4');
    expect(which('No')).toContain('CR4');
  });

  test.each([
    ['a, b and c', ['Fever, rash and cough', 'Fever; rash; cough', 'Fever\nrash\ncough']],
    ['in other languages', ['Fieber, Husten und Fleck', 'fièvre, toux et tache', 'a & b & c']],
  ])('CR3 three things %s are a list', (_, answers) => {
    for (const answer of answers) {
      expect(
        rulesOf(basic('What does measles begin with?', answer.replaceAll('\n', '<br>'))),
      ).toContain('CR3');
    }
  });

  test.each([
    'Fever and rash',
    'C5, C6 and C7',
    'II, III and IV',
    'Small, round, blue cells',
    '1,000,000',
    'Fever, usually, often',
    'The liver, which makes bile, and stores it',
    'A long first sentence about it all, fever, rash',
  ])('CR3 “%s” is none', (answer) => {
    expect(rulesOf(basic('What does measles begin with?', answer))).not.toContain('CR3');
  });

  test('CR5 after “which” and “what” a letter is an article, elsewhere a name', () => {
    const given = (question: string) => rulesOf(basic(question, 'The a wave')).includes('CR5');
    expect(given('Which wave is lost in atrial fibrillation?')).toBe(false);
    expect(given('What wave is lost in atrial fibrillation?')).toBe(false);
    expect(given('Why is the a wave lost in atrial fibrillation?')).toBe(true);
  });

  test('CR9 Roman numbers and bases are no abbreviations, and what only begins like one is', () => {
    const asks = (letters: string) =>
      rulesOf(basic(`What does ${letters} tell of the liver?`, 'Much')).includes('CR9');
    expect(['XIV', 'VII', 'CAG', 'AUG'].map(asks)).toEqual([false, false, false, false]);
    expect(['XLQ', 'QLX', 'IVQ', 'CAGG', 'QCAG'].map(asks)).toEqual([true, true, true, true, true]);
  });

  test('CR7 a hint tells what it holds, or half of a long word', () => {
    const told = (hidden: string, hint: string) =>
      rulesOf(cloze(`The drug against gout is {{c1::${hidden}::${hint}}} in most.`)).includes(
        'CR7',
      );
    expect(told('allopurinol', 'allopurinol')).toBe(true);
    expect(told('allopurinol', 'allopur…')).toBe(true);
    expect(told('allopurinol', 'allo…')).toBe(false);
    expect(told('colchicine', 'colch')).toBe(true);
    expect(told('colchicine tablets', 'colch')).toBe(false);
    expect(told('aspirin', 'asp')).toBe(false);
    expect(told('gout', 'goutish')).toBe(false);
    expect(told('allopurinol', 'allopurinol or febuxostat')).toBe(false);
    expect(told('allopurinol', 'allopurinol/febuxostat')).toBe(false);
    expect(told('allopurinol', 'allopurinol vs febuxostat')).toBe(false);
  });
});

describe('limits of length', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
  const has = (written: Written, id: RuleId) => rulesOf(written).includes(id);

  test('CR1 twenty words of an answer and ten of a blank are the most', () => {
    expect([20, 21].map((count) => has(basic('Why?', words(count)), 'CR1'))).toEqual([false, true]);
    const hidden = (count: number) => cloze(`It is {{c1::${words(count)}}} here.`);
    expect([10, 11].map((count) => has(hidden(count), 'CR1'))).toEqual([false, true]);
    expect(suggestionsOf(basic('Why?', words(21)))[0]?.message).toContain('21 words');
  });

  test('CR2 eighty words of a question and sixty of a sentence are the most', () => {
    const asked = (count: number) => basic(`${words(count - 1)} why?`, 'So');
    expect([80, 81].map((count) => has(asked(count), 'CR2'))).toEqual([false, true]);
    const sentence = (count: number) => cloze(`${words(count)} {{c1::x}}`);
    expect([60, 61].map((count) => has(sentence(count), 'CR2'))).toEqual([false, true]);
  });

  test('CR1 a formula counts as one word', () => {
    const formula = `\\( ${words(40)} \\)`;
    expect(has(basic('Why?', `${formula} \\[ ${words(40)} \\]`), 'CR1')).toBe(false);
    expect(has(basic('Why?', `${words(19)} ${formula}`), 'CR1')).toBe(false);
    expect(has(basic('Why?', `${words(20)} ${formula}`), 'CR1')).toBe(true);
    expect(has(basic('Why?', `\\( ${words(40)}`), 'CR1')).toBe(true);
  });

  test('CR15 seven cards of one text are the most', () => {
    const text = (count: number) =>
      cloze(Array.from({ length: count }, (_, at) => `Word{{c${at + 1}::x${at}}}`).join(' or '));
    expect([7, 8].map((count) => has(text(count), 'CR15'))).toEqual([false, true]);
  });
});

/** These know their phrases with one space between the words. */
const OF_ONE_SPACE: readonly RuleId[] = ['CR3', 'CR10'];

test('[ADVICE-5] a space typed twice hides nothing from a rule', () => {
  for (const { id } of CARD_RULES) {
    if (OF_ONE_SPACE.includes(id)) continue;
    for (const written of EXAMPLES[id].bad) {
      const fields = Object.entries(written.fields).map(([field, text]) => [
        field,
        /[<{]/.test(text) ? text : text.replaceAll(' ', ' &nbsp;'),
      ]);
      expect(rulesOf({ ...written, fields: Object.fromEntries(fields) })).toEqual([id]);
    }
    for (const question of QUESTIONS[id]?.found ?? []) {
      expect(rulesOf(basic(question.replaceAll(' ', ' &nbsp;'), 'Urate'))).toContain(id);
    }
  }
});

test('[ADVICE-5] a suggestion has a sentence of its own, and shows the words it is about', () => {
  for (const { id } of CARD_RULES) {
    for (const written of EXAMPLES[id].bad) {
      for (const { message, excerpt } of suggestionsOf(written)) {
        expect(message).toMatch(/^[“\p{Lu}][\s\S]{20,}[.?]$/u);
        const all = Object.values(written.fields).join(' ');
        if (excerpt === undefined || /[<&{]/.test(all)) continue;
        expect(all.replace(/\s+/g, ' ')).toContain(excerpt.replace(/…$/, '').slice(0, 20));
      }
    }
  }
});
