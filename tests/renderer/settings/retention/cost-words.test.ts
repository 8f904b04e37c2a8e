import { expect, test } from 'vitest';
import {
  costInWords,
  pointInWords,
  suggestionInWords,
} from '../../../../src/renderer/settings/retention/cost-words.ts';

const NOW = { percent: 90, minutesPerDay: 22.2, known: 2600 };
const HIGH = { percent: 95, minutesPerDay: 34.1, known: 2780 };
const of = { cards: 3000 };

test('[OPTIONS-9] the chosen retention stands beside the present one', () => {
  expect(costInWords(of, HIGH, NOW)).toBe(
    '95 % would take 34 minutes a day, 12 more than now, and a year from now you would know 180 more of 3,000 cards.',
  );
  expect(costInWords(of, NOW, HIGH)).toBe(
    '90 % would take 22 minutes a day, 12 fewer than now, and a year from now you would know 180 fewer of 3,000 cards.',
  );
  expect(costInWords(of, { ...NOW, percent: 91 }, NOW)).toBe(
    '91 % would take 22 minutes a day, about as much as now, and a year from now you would know as many of 3,000 cards as now.',
  );
});

test('[OPTIONS-9] the present one, and one without another beside it, stand by themselves', () => {
  expect(costInWords(of, NOW, NOW)).toBe(
    '90 %, as it is now, would take 22 minutes a day over the coming year, and you would know 2,600 of 3,000 cards at its end.',
  );
  expect(costInWords({ cards: 1 }, { ...NOW, minutesPerDay: 0.2, known: 0.9 }, undefined)).toBe(
    '90 % would take less than a minute a day over the coming year, and you would know 1 of 1 card at its end.',
  );
  expect(pointInWords(HIGH)).toBe('95 %: 34 minutes a day, 2,780 cards known');
});

test('[OPTIONS-8] what is suggested says what another minute brings before it and after', () => {
  const points = [
    { percent: 80, minutesPerDay: 10, known: 2000 },
    { percent: 91, minutesPerDay: 20, known: 2400 },
    { percent: 97, minutesPerDay: 40, known: 2500 },
  ];
  const curve = (percent: number) => ({
    points,
    suggestion: { percent, from: 80, to: 97 },
    cards: 3000,
    newPerDay: 3,
  });
  expect(suggestionInWords(curve(91))).toBe(
    '91 % is suggested: from 80 % up to it, another minute a day brings 40 cards; beyond it, 5 cards.',
  );
  expect(suggestionInWords(curve(80))).toBe(
    '80 % is suggested: beyond it, more minutes bring little.',
  );
});
