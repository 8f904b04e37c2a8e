import { expect, test } from 'vitest';
import { wordsInAddress } from '../../../../src/renderer/card/links/words-in-address.ts';

const CARD = 'Natalizumab binds α4β1 on leukocytes. PML Straße';

test.each([
  ['https://a.org/?leak=Natalizumab%20binds', 'Natalizumab binds'],
  ['https://a.org/?q=natalizumab+BINDS+', 'natalizumab BINDS '],
  ['https://a.org/?x=1&y=%CE%B14%CE%B21', 'α4β1'],
  ['https://a.org/?Natalizumab', 'Natalizumab'],
  ['https://a.org/#leukocytes.%20PML', 'leukocytes. PML'],
  ['https://a.org/Natalizumab%20binds/x', 'Natalizumab binds'],
  ['https://a.org/?q=what%20nobody%20sees', 'what nobody sees'],
  ['https://a.org/what%20nobody%20sees', 'what nobody sees'],
  ['https://a.org/?q=100%&r=Natalizumab', 'Natalizumab'],
])('[SAFE-15] %s carries text', (address, words) => {
  expect(wordsInAddress(new URL(address).href, CARD)).toBe(words);
});

test.each([
  'https://doi.org/10.1159/000109933',
  'https://en.wikipedia.org/wiki/Natalizumab',
  'https://a.org/natalizumab-binds-on',
  'https://a.org/?v=dQw4w9WgXcQ&t=10',
  'https://a.org/?q=PML',
])('[SAFE-15] %s carries none', (address) => {
  expect(wordsInAddress(address, CARD)).toBeUndefined();
});
