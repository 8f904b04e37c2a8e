import { expect, test } from 'vitest';
import { basic, rulesOf, suggestionsOf } from './notes.ts';

const lists = (answer: string) => rulesOf(basic('What is seen?', answer)).includes('CR3');
const opens = (question: string, answer = 'Much') =>
  rulesOf(basic(question, answer)).includes('CR9');

test('CR3 one thing with several adjectives is no list; joined by a word it is', () => {
  expect(lists('small, round, blue cells')).toBe(false);
  expect(lists('small, round and blue cells')).toBe(true);
  expect(lists('small, round or blue cells')).toBe(true);
  expect(lists('small, round & blue cells')).toBe(true);
  // What has no noun of its own, or no adjective before it, is a thing.
  expect(lists('small, round, blue')).toBe(true);
  expect(lists('pus, sand, blue cells')).toBe(true);
});

test('CR3 neighbours of one series are one answer, others are a list', () => {
  expect(lists('C5, C6 and C7')).toBe(false);
  expect(lists('phases II, III and IV')).toBe(false);
  expect(lists('C5, C6 and C8')).toBe(true);
  expect(lists('C5, T6 and L7')).toBe(true);
  expect(lists('C5, 6 and 7')).toBe(false);
});

test('CR3 three things are many, two are not, and what adds to one is none', () => {
  expect(lists('pus and sand')).toBe(false);
  expect(lists('pus, sand and bone')).toBe(true);
  expect(lists('pus, sand, usually in spring')).toBe(false);
  expect(lists('pus, sand and one two three four five')).toBe(false);
  expect(lists('pus, sand and one two three four')).toBe(true);
  expect(lists('pus; sand; bone')).toBe(true);
  expect(lists('1,000 or 2,000')).toBe(false);
});

test('CR4 what does not end in a question mark asks nothing, whatever it begins with', () => {
  const asks = (question: string) => rulesOf(basic(question, 'The mitral valve')).includes('CR4');
  expect(asks('Is the valve torn?')).toBe(true);
  expect(asks('The valve leaks. Is it torn?')).toBe(true);
  expect(asks('Is the valve torn.')).toBe(false);
  expect(asks('Is the valve torn? Name it.')).toBe(false);
});

test('CR9 whoever asks what letters stand for need not explain them', () => {
  expect(opens('What does XLQ tell of the liver?')).toBe(true);
  for (const question of [
    'What does XLQ stand for in the clinic?',
    'XLQ stands for what in the clinic?',
    'What is the abbreviation XLQ in the clinic?',
    'Which acronym is XLQ in the clinic?',
    'Which acronyms hold XLQ in the clinic?',
    'Which mnemonic is XLQ in the clinic?',
    'Which mnemonics hold XLQ in the clinic?',
    'What is XLQ short for in the clinic?',
  ]) {
    expect([question, opens(question)]).toEqual([question, false]);
  }
});

test('CR9 an abbreviation is explained in brackets, by a sign, or by words that begin so', () => {
  const asks = (answer: string) => opens('What does XLQ tell of the liver?', answer);
  expect(asks('It is the cross lobe quotient')).toBe(true);
  expect(asks('It is the xenial lobe quotient')).toBe(false);
  expect(asks('It is the xenial of the lobe and quotient')).toBe(false);
  expect(asks('It is the xenial great lobe quotient')).toBe(true);
  for (const told of ['the cross lobe (XLQ)', 'XLQ (a sign)', 'XLQ = a sign', 'XLQ: a sign']) {
    expect([told, asks(`Here ${told} of it`)]).toEqual([told, false]);
  }
  expect(asks('Here XLQ a sign of it')).toBe(true);
});

test('CR12 a question by exception ends so; one about an exception does not', () => {
  const negates = (question: string) => rulesOf(basic(question, 'Gout')).includes('CR12');
  for (const question of [
    'All of it is true of gout except:',
    'It is all true of gout, except …',
    'It is all true of gout except which one?',
    'It is all true of gout except for what?',
    'It is all true of gout except one?',
    'It is all true of gout except for which?',
  ]) {
    expect([question, negates(question)]).toEqual([question, true]);
  }
  expect(negates('To what in gout is this the exception?')).toBe(false);
  expect(negates('What in gout is exceptional?')).toBe(false);
  expect(negates('What is true of gout except in spring?')).toBe(false);
});

test('CR4 shows the answer where the question shows nothing', () => {
  const excerptOf = (front: string) =>
    suggestionsOf(basic(front, 'no')).find(({ ruleId }) => ruleId === 'CR4')?.excerpt;
  expect(excerptOf('<!-- hidden -->')).toBe('no');
  expect(excerptOf('The heart of a frog')).toBe('The heart of a frog');
});

test('CR11 a term with a sign between its words is no bare term', () => {
  const isBare = (question: string) =>
    rulesOf(basic(question, 'Both narrow the small airways')).includes('CR11');
  expect(isBare('Asthma')).toBe(true);
  expect(isBare('COPD asthma?')).toBe(true);
  for (const question of ['COPD/asthma', 'COPD → asthma', 'asthma:', 'COPD = ?']) {
    expect([question, isBare(question)]).toEqual([question, false]);
  }
});

test('CR19 what is no picture needs no words for one', () => {
  const bare = (front: string) => rulesOf(basic(front, 'The mitral valve')).includes('CR19');
  expect(bare('<p>Which?</p><img src="a.png" alt="film"><b>x</b>')).toBe(false);
  expect(bare('<p>Which?</p><img src="a.png">')).toBe(true);
});
