import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { collectionFileOf } from '../support/collection-file.ts';
import { EXAMPLE } from './example.ts';

const page = readFileSync(new URL('../../docs/collection-format.md', import.meta.url), 'utf8');

function example(language: string): string {
  const [, text = ''] = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(page) ?? [];
  return text;
}

test('[COPY-1] the example of the page on the format is what is written, hash for hash', async () => {
  const files = unzipSync(await collectionFileOf(EXAMPLE));
  const text = (path: string) => new TextDecoder().decode(files[path]);
  expect(example('jsonl')).toBe(text('journal/laptop/0000000000.jsonl'));
  expect(example('json')).toBe(text('manifest.json'));
});
