import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OPERATORS, UNKNOWN_HERE } from '../../../src/domain/search/operators.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import { PROPERTIES, STATES } from '../../../src/domain/search/query.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/search.md'), 'utf8');
const FIELDS = ['Front', 'Back', 'Add reverse', 'Note'];

test('[SEARCH-5] every search in the reference can be read', () => {
  const cells = [...page.matchAll(/^\| (`[^|]*(?:\\\|[^|]*)*) \|/gm)].map(([, cell]) => cell ?? '');
  const [, ...lastColumn] = page.split('| for instance |');
  const instances = lastColumn.join('').split('\n\n')[0] ?? '';
  const examples = [...cells, ...instances.split('\n').map((line) => line.split('|').at(-2) ?? '')]
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? ''))
    .map((text) => text.replaceAll('\\|', '|'))
    .filter((text) => !(PROPERTIES as readonly string[]).includes(text));
  expect(examples.length).toBeGreaterThan(60);
  for (const text of examples) {
    const parsed = parseSearch(text, { fieldNames: FIELDS });
    expect([text, parsed.ok ? '' : parsed.problem.what]).toEqual([text, '']);
  }
});

test('[SEARCH-22] the reference names every operator, state and property that completion offers', () => {
  for (const { name, example } of OPERATORS) {
    expect([name, page.includes(`\`${name}:`)]).toEqual([name, true]);
    expect(parseSearch(example.replace('…', 'x')).ok).toBe(true);
  }
  for (const state of STATES) expect([state, page.includes(`is:${state}`)]).toEqual([state, true]);
  for (const name of PROPERTIES)
    expect([name, page.includes(`| \`${name}\` |`)]).toEqual([name, true]);
});

test('[SEARCH-22] every operator, and each of its values, says what it finds, and can be read', () => {
  for (const { name, what, example, values = [] } of OPERATORS) {
    expect([name, what.length > 4, example.startsWith(`${name}:`)]).toEqual([name, true, true]);
    expect(values.filter(([value, meaning]) => value === '' || meaning.length < 3)).toEqual([]);
    const unread = values.filter(
      ([value]) =>
        !parseSearch(
          `${name}:${value.replace(/[<>=]$/, name === 'prop' && value === 'rated=' ? '$&-1' : '$&1')}`,
        ).ok,
    );
    expect([name, unread]).toEqual([name, []]);
  }
  expect(new Set(OPERATORS.map(({ name }) => name)).size).toBe(OPERATORS.length);
  for (const why of Object.values(UNKNOWN_HERE)) expect(why).toMatch(/^Rounds .+\.$/);
});
