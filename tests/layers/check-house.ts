import type { SourceTree } from './check-layers.ts';

/** What is let be for now or for good. */
export interface Exceptions {
  /** Folders under src with more files than `MOST_FILES`. */
  readonly fullFolders?: readonly string[];
  /** Exported names that may be declared twice, each with the reason. */
  readonly namesTwice?: Readonly<Record<string, string>>;
}

/** A folder with more code files than this is hard to read at a glance. */
const MOST_FILES = 12;

const DECLARED =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;

/** What only one file may spell out, and where else it means something else. */
const BY_HAND = [
  {
    what: "a path 'A::B' by hand; src/kernel/path.ts knows how",
    pattern: /(['"`])::\1|\}::(?=[`$])|\(\/::/,
    // In templates and editors '::' separates what a cloze hides from its hint.
    at: ['kernel/path.ts', 'domain/template/', 'renderer/editor/rich/'],
  },
  {
    what: 'the length of a day by hand; src/kernel/time.ts has it',
    pattern: /\b86_?400(?:_?000)?\b|\b1_?440\b|\b24 \* 60\b|\b60 \* 24\b/,
    at: ['kernel/time.ts'],
  },
] as const;

/** Everything in `tree` against the order of the house, one sentence each; none when all is well. */
export function houseFaults(tree: SourceTree, exceptions: Exceptions = {}): string[] {
  return [
    ...fullFolders(Object.keys(tree), exceptions.fullFolders ?? []),
    ...namesTwice(tree, exceptions.namesTwice ?? {}),
    ...byHand(tree),
  ];
}

function fullFolders(paths: readonly string[], allowed: readonly string[]): string[] {
  const files = new Map<string, number>();
  for (const path of paths) {
    const folder = path.split('/').slice(0, -1).join('/');
    files.set(folder, (files.get(folder) ?? 0) + 1);
  }
  return [...files]
    .filter(([folder, count]) => count > MOST_FILES && !allowed.includes(folder))
    .map(([folder, count]) => `${folder} has ${count} files`);
}

function namesTwice(tree: SourceTree, allowed: Readonly<Record<string, string>>): string[] {
  const places = new Map<string, Set<string>>();
  for (const [path, text] of Object.entries(tree)) {
    for (const [, name = ''] of text.matchAll(DECLARED)) {
      places.set(name, (places.get(name) ?? new Set()).add(path));
    }
  }
  return [...places]
    .filter(([name, { size }]) => size > 1 && !(name in allowed))
    .map(([name, all]) => `${name} is declared in ${[...all].join(' and ')}`);
}

function byHand(tree: SourceTree): string[] {
  return Object.entries(tree).flatMap(([path, text]) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*/gm, '');
    return BY_HAND.filter(
      ({ pattern, at }) =>
        !at.some((place) => path === place || (place.endsWith('/') && path.startsWith(place))) &&
        pattern.test(code),
    ).map(({ what }) => `${path} spells out ${what}`);
  });
}
