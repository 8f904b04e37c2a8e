import { expect, test } from 'vitest';
import { doiAddress } from '../../../src/domain/content/doi.ts';

test('[REVIEW-7] a source that names a DOI leads to it', () => {
  const source =
    'Engelhardt & Kappos, 2008;5(1):16–22, doi 10.1159/000109933, abstract, sentence 2';
  expect(doiAddress(source)).toBe('https://doi.org/10.1159/000109933');
  expect(doiAddress('See https://doi.org/10.1000/xyz123.')).toBe('https://doi.org/10.1000/xyz123');
  expect(doiAddress('(doi:10.1002/a#b?c)')).toBe('https://doi.org/10.1002/a%23b%3Fc');
});

test('[REVIEW-7] any other source leads nowhere', () => {
  for (const source of ['', 'Lecture notes, week 3', '10.5 mg/day', 'javascript:10.1/x']) {
    expect(doiAddress(source)).toBeUndefined();
  }
});
