import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
/** Packages are 117 of them: docs/benchmarks.md has the table. */
const MOST_KILOBYTES = 206;

/** The scripts that the page names: its own, and all that this one cannot do without. */
function startScripts(): readonly string[] {
  const page = readFileSync(`${built}index.html`, 'utf8');
  return [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
    ([, file]) => file ?? '',
  );
}

/** What a script imports without being asked: `import … from './x.js'`. */
function importsOf(file: string): readonly string[] {
  const code = readFileSync(built + file, 'utf8');
  const found = code.matchAll(/(?:^|[;}\n])(?:import|export)[^;'"()]*["']\.\/([^"']+\.js)["']/g);
  return [...found].map(([, name]) => `assets/${name}`);
}

test('[SHELL-27] the scripts before the first card are all named, and within their budget', () => {
  const scripts = startScripts();
  expect(scripts.length).toBeGreaterThan(0);
  // The end-to-end test shows that these are enough; here: that there are no others behind them.
  expect(scripts.flatMap(importsOf).filter((file) => !scripts.includes(file))).toEqual([]);
  const bytes = scripts.map((file) => gzipSync(readFileSync(built + file), { level: 9 }).length);
  const kilobytes = bytes.reduce((sum, each) => sum + each, 0) / 1000;
  expect(kilobytes, 'gzipped, in KB').toBeLessThanOrEqual(MOST_KILOBYTES);
});
