import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
/**
 * Gzipped, in KB. Of what is named, packages are 101: docs/benchmarks.md has the table. The screens are
 * with what is named.
 */
const MOST = { named: 148.1, today: 159.3, review: 200.4 };

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

/** The one file of a screen, which is not named: the page asks for it by its address. */
function fileOf(screen: 'today' | 'review'): string {
  const files = readdirSync(`${built}assets`).filter((name) => name.startsWith(`${screen}-`));
  const scripts = files.filter((name) => name.endsWith('.js'));
  expect(scripts).toHaveLength(1);
  return `assets/${scripts[0]}`;
}

function kilobytesOf(scripts: readonly string[]): number {
  const bytes = scripts.map((file) => gzipSync(readFileSync(built + file), { level: 9 }).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}

test('[SHELL-27] the scripts before the first screen are all named but its own, and within their budgets', () => {
  const named = startScripts();
  expect(named.length).toBeGreaterThan(0);
  const screens = { named: [], today: [fileOf('today')], review: [fileOf('review')] };
  for (const [screen, own] of Object.entries(screens)) {
    const scripts = [...named, ...own];
    // The end-to-end test shows that these are enough; here: that there are no others behind them.
    expect(scripts.flatMap(importsOf).filter((file) => !scripts.includes(file))).toEqual([]);
    const most = MOST[screen as keyof typeof MOST];
    expect(kilobytesOf(scripts), `${screen}, gzipped, in KB`).toBeLessThanOrEqual(most);
  }
});
