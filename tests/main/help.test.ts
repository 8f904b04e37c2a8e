import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
const read = (file: string) => readFileSync(join(built, file), 'utf8');

test('[HELP-10] help is in a file of its own, no part of a start, and kept for being offline', () => {
  const scripts = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js'));
  const holders = scripts.filter((name) => read(`assets/${name}`).includes('Every search word'));
  expect(holders).toHaveLength(1);
  const [file = ''] = holders;
  expect(file).toMatch(/^help-screen-/);
  expect(read('service-worker.js')).toContain(`"assets/${file}"`);
  // The page names the scripts of a start; the two first screens are no more than they were.
  expect(read('index.html')).not.toContain(file);
  for (const name of scripts.filter((each) => /^(today|review|soon)-/.test(each))) {
    expect(read(`assets/${name}`)).not.toMatch(new RegExp(`^import[^;]*${file}`));
  }
});

test('[HELP-10] no Markdown is read and no HTML is made of it at run time', () => {
  const { parts } = JSON.parse(read('about.json')) as { parts: { name: string }[] };
  expect(parts.map(({ name }) => name)).not.toContain('marked');
  const [file = ''] = readdirSync(join(built, 'assets')).filter((name) =>
    /^help-screen-.*\.js$/.test(name),
  );
  expect(read(`assets/${file}`)).not.toMatch(/innerHTML|dangerouslySetInnerHTML|<p>|&lt;/);
});
