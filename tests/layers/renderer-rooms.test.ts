import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../src/renderer');

/**
 * Rooms that screens share, each with the rooms that it may use itself. Every other folder is a
 * screen: it may use rooms, and no other screen.
 */
const ROOMS: Readonly<Record<string, { readonly why: string; readonly uses: readonly string[] }>> =
  {
    kit: { why: 'the parts that every screen is made of', uses: [] },
    actions: { why: 'what can be done, by key and menu, wherever one is', uses: ['kit'] },
    card: { why: 'the frame that shows a card, hostile as it may be', uses: ['kit'] },
    media: { why: 'pictures, sounds and films, shown and taken', uses: ['kit'] },
    door: { why: 'files that come in, on their way to the screen that takes them', uses: ['kit'] },
    editor: {
      why: 'a note is written on a screen of its own, and edited over review, library and advice',
      uses: ['kit', 'actions', 'card', 'media', 'steps'],
    },
    search: { why: 'the search of the library, and the part of an exam', uses: ['kit', 'actions'] },
    'card-info': { why: 'where a card stands, over review and library', uses: ['kit', 'card'] },
    workload: { why: 'what other options would mean, over settings and library', uses: ['kit'] },
    training: {
      why: 'that there is enough to learn weights from, in Insights and the study options',
      uses: ['kit'],
    },
    steps: { why: 'undo and redo, said and asked about wherever one is', uses: ['kit'] },
    jobs: {
      why: 'one change at a time with the way back, in the library and on the page of decks',
      uses: ['kit', 'actions', 'steps'],
    },
    places: {
      why: 'decks and sections are made, named, moved and deleted, in the library and on theirs',
      uses: ['kit', 'jobs', 'workload'],
    },
    export: {
      why: 'what goes out, asked from decks, library and wherever nothing is chosen',
      uses: ['kit', 'card', 'media'],
    },
    cram: { why: 'what crammed answers come to, after a session and on exams', uses: ['kit'] },
  };

/** A screen that needs another one; none does. An exception is a line here with its reason. */
const EXCEPTIONS: readonly { readonly from: string; readonly to: string; readonly why: string }[] =
  [
    {
      from: 'start/put-back/putting-back.tsx',
      to: 'recovery/recovery.tsx',
      why: 'there is no other screen before it, and none that could open it',
    },
    {
      from: 'start/under-way.tsx',
      to: 'safety/safety.ts',
      why: 'a database that is closed in the middle of a start is said in the words of safety',
    },
  ];

const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|tsx|css)$/.test(path));
const code = files.filter((path) => !path.endsWith('.css'));

/** The first folder of a path; undefined for what lies at the top. */
function placeOf(path: string): string | undefined {
  return path.includes('/') ? path.split('/')[0] : undefined;
}

function crossings(tree: Readonly<Record<string, string>>): string[] {
  return Object.entries(tree).flatMap(([path, text]) => {
    const from = placeOf(path);
    if (from === undefined) return [];
    const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)];
    return specifiers.flatMap(([, specifier = '']) => {
      const target = posix.normalize(posix.join(posix.dirname(path), specifier));
      const to = target.startsWith('..') ? undefined : placeOf(target);
      if (to === undefined || to === from) return [];
      const mayUse = ROOMS[from]?.uses ?? Object.keys(ROOMS);
      const isExcepted = EXCEPTIONS.some((each) => each.from === path && each.to === target);
      return mayUse.includes(to) || isExcepted ? [] : [`${path} may not import ${target}`];
    });
  });
}

test('screens use rooms and no other screen; rooms use those that they are made of', () => {
  const tree = Object.fromEntries(
    code.map((path) => [path, readFileSync(join(renderer, path), 'utf8')]),
  );
  expect(code.length).toBeGreaterThan(200);
  expect(crossings(tree)).toEqual([]);
});

test('a crossing is found', () => {
  expect(
    crossings({
      'exams/a.tsx': "import { b } from '../library/parts/b.tsx';\nimport '../settings/c.css';",
      'kit/menu/d.tsx': "import { e } from '../../actions/e.ts';",
      'review/f.tsx': "const g = await import('../today/g.tsx');\nimport '../kit/h.css';",
      'app.tsx': "import { i } from './exams/i.tsx';",
    }),
  ).toEqual([
    'exams/a.tsx may not import library/parts/b.tsx',
    'exams/a.tsx may not import settings/c.css',
    'kit/menu/d.tsx may not import actions/e.ts',
    'review/f.tsx may not import today/g.tsx',
  ]);
});

test('every room is there, and used by more than one', () => {
  for (const room of Object.keys(ROOMS)) {
    const users = code.filter(
      (path) =>
        placeOf(path) !== room &&
        new RegExp(`'(\\.\\./)+${room}/|'\\./${room}/`).test(
          readFileSync(join(renderer, path), 'utf8'),
        ),
    );
    expect(new Set(users.map(placeOf)).size, room).toBeGreaterThan(1);
  }
});

test('[LOOK-5] nothing but the one place that writes dates has a way of its own', () => {
  const own = /DateTimeFormat\(|toLocaleDateString|toLocaleTimeString|new Date\([^)]*\)\.toLocale/;
  const writing = code.filter((path) => own.test(readFileSync(join(renderer, path), 'utf8')));
  expect(writing).toEqual(['kit/text/format.ts']);
});

test('no two things that files of the renderer export have one name', () => {
  const exported = code.flatMap((path) =>
    [
      ...readFileSync(join(renderer, path), 'utf8').matchAll(
        /^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm,
      ),
    ].map(([, name]) => `${name} of ${path}`),
  );
  const byName = grouped(exported, (words) => words.replace(/ .*/, ''));
  expect(byName.size).toBeGreaterThan(300);
  expect([...byName.values()].filter((places) => places.length > 1)).toEqual([]);
});

test('a folder holds at most a dozen files of code, and no two files have one name', () => {
  const full = [...grouped(code, dirname)].filter(([, held]) => held.length > 12);
  expect(full.map(([folder]) => folder)).toEqual([]);
  const named = grouped(code, (path) => basename(path).replace(/\.tsx?$/, ''));
  expect([...named.values()].filter((paths) => paths.length > 1)).toEqual([]);
});

function grouped(paths: readonly string[], by: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(by(path), [...(groups.get(by(path)) ?? []), path]);
  return groups;
}
