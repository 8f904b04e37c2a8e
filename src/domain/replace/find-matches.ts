import { WORD_CHARACTER } from '../search/regex/search-pattern.ts';
import type { Assertion } from '../search/regex/syntax.ts';
import type { CapturingProgram } from './capturing-program.ts';

/** Parts stretches of text that no match may go across: a code point that no text has. */
export const GAP = '\ufdd2';

/** Where group g was found: marks[2g] up to marks[2g + 1]; -1 where it took no part. */
export type Marks = readonly number[];

/**
 * The matches of a pattern in `text`, from left to right without overlap, each as its groups'
 * places (group 0 is the whole). Of several that begin together the one a backtracking engine
 * prefers. All ways through the pattern are followed side by side (Pike's machine; Cox 2009,
 * "Regular Expression Matching: the Virtual Machine Approach"), so that a match costs time in
 * proportion to the text, whatever the pattern.
 */
export function* findMatches(
  program: CapturingProgram,
  text: string,
  flags: 'u' | 'iu',
): Generator<Marks> {
  const characters = charactersOf(program, flags);
  let from = 0;
  while (from <= text.length) {
    const marks = firstMatch(program, text, from, characters);
    if (marks === undefined) return;
    yield marks;
    const to = marks[1] ?? from;
    from = to > (marks[0] ?? from) ? to : to + widthAt(text, to);
  }
}

interface Character {
  /** By atom: whether it stands for this character. */
  readonly fits: readonly boolean[];
  readonly isWord: boolean;
}

/** Ways still open, the preferred one first. */
interface Ways {
  readonly steps: number[];
  readonly marks: Marks[];
}

function firstMatch(
  program: CapturingProgram,
  text: string,
  from: number,
  characterAt: (text: string, at: number) => Character | undefined,
): Marks | undefined {
  const { steps } = program;
  const none: Marks = new Array(2 * program.groupCount + 2).fill(-1);
  const reachedAt = new Int32Array(steps.length).fill(-1);
  let found: Marks | undefined;
  let open: Ways = { steps: [], marks: [] };
  let previous = from === 0 ? undefined : characterAt(text, lastStart(text, from));

  for (let at = from; ; ) {
    const character = characterAt(text, at);
    const now: Ways = { steps: [], marks: [] };
    const holds = (what: Assertion): boolean => isHeld(what, previous, character);
    for (const [index, step] of open.steps.entries()) {
      follow(program, step, open.marks[index] ?? none, at, holds, reachedAt, now);
    }
    if (found === undefined) {
      follow(program, program.start, begun(none, at), at, holds, reachedAt, now);
    }
    open = { steps: [], marks: [] };
    for (const [index, step] of now.steps.entries()) {
      const reached = steps[step];
      const marks = now.marks[index] ?? none;
      if (reached?.kind === 'found') {
        found = marks.with(1, at);
        break;
      }
      if (reached?.kind === 'atom' && character?.fits[reached.atom] === true) {
        open.steps.push(reached.next);
        open.marks.push(marks);
      }
    }
    if (at >= text.length || (found !== undefined && open.steps.length === 0)) return found;
    previous = character;
    at += widthAt(text, at);
  }
}

/** Adds to `ways` what can be reached from `start` without a character, the preferred first. */
function follow(
  { steps }: CapturingProgram,
  start: number,
  startMarks: Marks,
  at: number,
  holds: (what: Assertion) => boolean,
  reachedAt: Int32Array,
  ways: Ways,
): void {
  const todo: { step: number; marks: Marks }[] = [{ step: start, marks: startMarks }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { step, marks } = next;
    if (reachedAt[step] === at) continue;
    reachedAt[step] = at;
    const what = steps[step];
    if (what === undefined) continue;
    if (what.kind === 'atom' || what.kind === 'found') {
      ways.steps.push(step);
      ways.marks.push(marks);
    } else if (what.kind === 'fork') {
      for (const way of what.ways.toReversed()) todo.push({ step: way, marks });
    } else if (what.kind === 'mark') {
      todo.push({ step: what.next, marks: marks.with(what.slot, at) });
    } else if (what.kind === 'forget') {
      const forgotten = [...marks];
      for (const group of what.groups) forgotten.fill(-1, 2 * group, 2 * group + 2);
      todo.push({ step: what.next, marks: forgotten });
    } else if (holds(what.what)) {
      todo.push({ step: what.next, marks });
    }
  }
}

function begun(none: Marks, at: number): Marks {
  return none.with(0, at);
}

function isHeld(what: Assertion, before: Character | undefined, after: Character | undefined) {
  if (what === 'start') return before === undefined;
  if (what === 'end') return after === undefined;
  const isEdge = (before?.isWord ?? false) !== (after?.isWord ?? false);
  return isEdge === (what === 'edge');
}

/** Which atoms a character fits, each character looked at once. */
function charactersOf(
  { atoms }: CapturingProgram,
  flags: 'u' | 'iu',
): (text: string, at: number) => Character | undefined {
  const tests = atoms.map((source) => new RegExp(`^(?:${source})$`, flags));
  const known = new Map<number, Character>();
  return (text, at) => {
    const code = text.codePointAt(at);
    if (code === undefined) return undefined;
    let character = known.get(code);
    if (character === undefined) {
      const sign = String.fromCodePoint(code);
      const fits = tests.map((test) => sign !== GAP && test.test(sign));
      character = { fits, isWord: WORD_CHARACTER.test(sign) };
      known.set(code, character);
    }
    return character;
  };
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Where the character before `at` begins. */
function lastStart(text: string, at: number): number {
  return at >= 2 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? at - 2 : at - 1;
}
