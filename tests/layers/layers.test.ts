import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layerViolations, type SourceTree } from './check-layers.ts';

const src = join(import.meta.dirname, '../../src');

function sourceTree(): SourceTree {
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(m?[jt]s|tsx)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(src, path), 'utf8')]));
}

test('every import in src keeps to the table of who may import whom', () => {
  const tree = sourceTree();
  expect(Object.keys(tree).length).toBeGreaterThan(80);
  expect(layerViolations(tree)).toEqual([]);
});

test('the checker sees the imports it is there for', () => {
  const tree = sourceTree();
  const emptied = { ...tree, 'domain/memory/scheduler.ts': '' };
  const renamed = Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [
      path
        .replace('renderer/main.tsx', 'renderer/other.tsx')
        .replace('store/live.ts', 'engine/live.ts'),
      text,
    ]),
  );
  expect(layerViolations(emptied)).toEqual([]);
  const found = layerViolations(renamed);
  expect(found).toContain('engine/live.ts may not import dexie');
  expect(found).toContain('renderer/other.tsx may not import ../store/open.ts');
  expect(found).toContain('renderer/other.tsx may not import ../engine/damage.ts');
});

describe('a violation is found:', () => {
  const there = {
    'domain/a.ts': '',
    'store/b.ts': '',
    'engine/commands/c.ts': '',
    'platform/web.ts': '',
    'platform/platform.ts': '',
    'main/d.ts': '',
    'renderer/e.tsx': '',
    'engine/workers/w.ts': '',
  };
  test.each([
    ['domain/x.ts', "import { b } from '../store/b.ts';"],
    ['domain/x.ts', "import type { B } from '../store/b.ts';"],
    ['domain/x.ts', "export { b } from '../store/b.ts';"],
    ['domain/x.ts', "const b = await import('../store/b.ts');"],
    ['domain/x.ts', "import {\n  one,\n  two,\n} from '../store/b.ts';"],
    ['domain/x.ts', "import '../store/b.ts';"],
    ['domain/x.ts', "import { createEmptyCard } from 'ts-fsrs';"],
    ['domain/deep/scheduler.ts', "import { fsrs } from 'ts-fsrs';"],
    ['domain/x.ts', "import { Dexie } from 'dexie';"],
    ['domain/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['store/x.ts', "import { c } from '../engine/commands/c.ts';"],
    ['store/x.ts', "import { useState } from 'react';"],
    ['engine/commands/x.ts', "import { Dexie } from 'dexie';"],
    ['engine/commands/x.ts', "import { web } from '../../platform/web.ts';"],
    ['engine/commands/x.ts', "import { platform } from '../../platform/platform.ts';"],
    ['engine/workers/x.ts', "import { e } from '../../renderer/e.tsx';"],
    ['platform/x.ts', "import { a } from '../domain/a.ts';"],
    ['platform/x.ts', "import { b } from '../store/b.ts';"],
    ['platform/x.ts', "import { app } from 'electron';"],
    ['preload/x.ts', "import { a } from '../domain/a.ts';"],
    ['preload/x.ts', "import { d } from '../main/d.ts';"],
    ['main/x.ts', "import { e } from '../renderer/e.tsx';"],
    ['main/x.ts', "import type { E } from '../renderer/e.tsx';"],
    ['main/x.ts', "import { b } from '../store/b.ts';"],
    ['main/x.ts', "import { web } from '../platform/web.ts';"],
    ['main/x.ts', "import { useState } from 'react';"],
    ['cli/x.ts', "import { b } from '../store/b.ts';"],
    ['renderer/x.tsx', "import { d } from '../main/d.ts';"],
    ['renderer/x.tsx', "import { b } from '../store/b.ts';"],
    ['renderer/x.tsx', "import type { B } from '../store/b.ts';"],
    ['renderer/deep/live.ts', "import { b } from '../../store/b.ts';"],
    ['renderer/x.tsx', "import { web } from '../platform/web.ts';"],
    ['renderer/x.tsx', "import { app } from 'electron';"],
    ['renderer/x.tsx', "import { readFile } from 'node:fs/promises';"],
    ['renderer/x.tsx', "import { c } from '../engine/commands/c.ts';"],
    ['cli/x.ts', "import { c } from '../engine/commands/c.ts';"],
    ['engine/queries/x.ts', "import { liveQuery } from 'dexie';"],
    ['renderer/x.tsx', "const x = require('electron');"],
  ])('%s: %j', (path, text) => {
    const specifiers = [...text.matchAll(/'([^']+)'/g)].map(([, specifier]) => specifier);
    expect(layerViolations({ ...there, [path]: text })).toEqual([
      `${path} may not import ${specifiers[0]}`,
    ]);
  });

  test.each([
    ['Date.now', 'const now = Date.now();'],
    ['Date.now', 'const clock = Date . now;'],
    ['new Date()', 'const now = new Date();'],
    ['new Date()', 'const now = +new Date;'],
    ['Date()', 'const now = Date();'],
    ['Math.random', 'const chance = Math.random();'],
  ])('%s in domain, commands and queries: %s', (name, text) => {
    for (const path of ['domain/deep/x.ts', 'engine/commands/x.ts', 'engine/queries/x.ts']) {
      expect(layerViolations({ [path]: text })).toEqual([`${path} uses ${name}`]);
    }
    expect(layerViolations({ 'renderer/x.ts': text })).toEqual([]);
  });

  test('a folder that the table does not know', () => {
    expect(layerViolations({ 'utils/x.ts': '' })).toEqual([
      'utils/x.ts is in a folder without a rule',
    ]);
  });

  test('cycles, of two files and of three', () => {
    expect(
      layerViolations({
        'domain/a.ts': "import './b.ts';",
        'domain/b.ts': "import { c } from './c.ts';",
        'domain/c.ts': "export * from './a.ts';",
        'domain/d.ts': "import { e } from './e.ts';",
        'domain/e.ts': "import { d } from './d.ts';",
      }),
    ).toEqual([
      'domain/a.ts → domain/b.ts → domain/c.ts → domain/a.ts is a cycle',
      'domain/d.ts → domain/e.ts → domain/d.ts is a cycle',
    ]);
  });

  test('a file that is not there', () => {
    expect(layerViolations({ 'domain/a.ts': "import './gone.ts';" })).toEqual([
      'domain/a.ts imports ./gone.ts, which is not there',
    ]);
  });
});

describe('nothing is found', () => {
  test('where all keep to the table', () => {
    expect(
      layerViolations({
        'domain/a.ts': "import { later } from './deep/b.ts';\nnew Date(0); Date.parse('');",
        'domain/deep/b.ts': "import type { A } from '../a.ts';",
        'domain/memory/scheduler.ts': "import { FSRSAlgorithm } from 'ts-fsrs';",
        'store/s.ts': "import { Dexie } from 'dexie';\nimport { a } from '../domain/a.ts';",
        'engine/commands/o.ts': "import { s } from '../../store/s.ts';",
        'renderer/main.tsx': "import { s } from '../store/s.ts';",
        'renderer/x.tsx': "import './x.css';\nimport type { O } from '../engine/commands/o.ts';",
        'main/m.ts': "import { join } from 'node:path';\nimport { a } from '../domain/a.ts';",
        'cli/c.ts': "import { a } from '../domain/a.ts';",
      }),
    ).toEqual([]);
  });

  test('in comments and in text', () => {
    expect(
      layerViolations({
        'domain/a.ts': [
          "// import { b } from '../store/b.ts'; Math.random()",
          "/* import '../store/b.ts'; Date.now() */",
          "const said = 'Date.now and Math.random';",
        ].join('\n'),
      }),
    ).toEqual([]);
  });
});
