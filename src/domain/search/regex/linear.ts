import { type Program, programOf } from './program.ts';
import { type Assertion, NotSearchable, parsePattern } from './syntax.ts';

/** What stands before a place: nothing, a character of a word, or another. */
type Before = 'start' | 'word' | 'other';
type After = 'end' | 'word' | 'other';

/** All places in the program where a match could stand, with what follows by kind of character. */
interface State {
  readonly steps: readonly number[];
  readonly before: Before;
  /** By class of character; FOUND ends the search. */
  readonly next: (State | typeof FOUND | undefined)[];
  isFoundAtEnd?: boolean;
}
const FOUND = 'found';

/** Characters that no part of the pattern tells apart. */
interface CharacterClass {
  readonly id: number;
  readonly fits: readonly boolean[];
  readonly kind: 'word' | 'other';
}

const MOST_STATES = 2000;

/**
 * A regular expression (in any case unless `flags` is u alone; `word`: what \\b knows as a letter) as a test that takes time in
 * proportion to the text: all ways through the pattern are followed at once, and each new situation
 * is worked out once only (Thompson 1968; Cox 2007, “Regular Expression Matching Can Be Simple And
 * Fast”). `reason` is half a sentence: why not.
 */
export function linearPattern(
  source: string,
  flags: 'u' | 'iu' = 'iu',
  word = new RegExp('\\w', flags),
):
  | { readonly ok: true; readonly test: (text: string) => boolean }
  | { readonly ok: false; readonly reason: string } {
  try {
    new RegExp(source, flags);
    return { ok: true, test: tester(programOf(parsePattern(source)), flags, word) };
  } catch (error) {
    if (error instanceof NotSearchable) return { ok: false, reason: error.message };
    if (!(error instanceof SyntaxError)) throw error;
    const said = error.message.slice(error.message.lastIndexOf(': ') + 2);
    return { ok: false, reason: said.charAt(0).toLowerCase() + said.slice(1) };
  }
}

function tester(
  { steps, start, atoms }: Program,
  flags: string,
  word: RegExp,
): (text: string) => boolean {
  const classOf = characterClasses(atoms, flags, word);
  const states = new Map<string, State>();

  function stateOf(pending: readonly number[], before: Before): State {
    const key = `${before} ${pending.join(' ')}`;
    const known = states.get(key);
    if (known) return known;
    if (states.size >= MOST_STATES) states.clear();
    const state: State = { steps: pending, before, next: [] };
    states.set(key, state);
    return state;
  }

  /** The atoms that can come next at a place, or FOUND. */
  function reachable({ steps: pending, before }: State, after: After): Set<number> | typeof FOUND {
    const atomsReached = new Set<number>();
    const seen = new Set<number>(pending);
    const todo = [...pending];
    const visit = (step: number): void => {
      if (!seen.has(step)) todo.push(step);
      seen.add(step);
    };
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      const step = steps[at];
      if (step?.kind === 'found') return FOUND;
      if (step?.kind === 'atom') atomsReached.add(at);
      else if (step?.kind === 'fork') step.ways.forEach(visit);
      else if (step && holds(step.what, before, after)) visit(step.next);
    }
    return atomsReached;
  }

  function follow(state: State, { fits, kind }: CharacterClass): State | typeof FOUND {
    const reached = reachable(state, kind);
    if (reached === FOUND) return FOUND;
    const pending = new Set([start]);
    for (const at of reached) {
      const step = steps[at];
      if (step?.kind === 'atom' && fits[step.atom]) pending.add(step.next);
    }
    return stateOf(
      [...pending].sort((a, b) => a - b),
      kind,
    );
  }

  return (text) => {
    let state = stateOf([start], 'start');
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at++;
      const character = classOf(code);
      let next = state.next[character.id];
      if (next === undefined) {
        next = follow(state, character);
        state.next[character.id] = next;
      }
      if (next === FOUND) return true;
      state = next;
    }
    state.isFoundAtEnd ??= reachable(state, 'end') === FOUND;
    return state.isFoundAtEnd;
  };
}

function holds(what: Assertion, before: Before, after: After): boolean {
  if (what === 'start') return before === 'start';
  if (what === 'end') return after === 'end';
  const isEdge = (before === 'word') !== (after === 'word');
  return isEdge === (what === 'edge');
}

/** Sorts characters by which atoms they fit; each is looked at once. */
function characterClasses(
  atoms: readonly string[],
  flags: string,
  word: RegExp,
): (code: number) => CharacterClass {
  const tests = atoms.map((source) => new RegExp(`^(?:${source})$`, flags));
  const byCode = new Map<number, CharacterClass>();
  const classes = new Map<string, CharacterClass>();
  const ascii: (CharacterClass | undefined)[] = new Array(128).fill(undefined);

  function sorted(code: number): CharacterClass {
    const char = String.fromCodePoint(code);
    const fits = tests.map((test) => test.test(char));
    const kind = word.test(char) ? 'word' : 'other';
    const key = `${kind}${fits.map(Number).join('')}`;
    const known = classes.get(key) ?? { id: classes.size, fits, kind };
    classes.set(key, known);
    return known;
  }

  return (code) => {
    const known = code < 128 ? ascii[code] : byCode.get(code);
    if (known) return known;
    const found = sorted(code);
    if (code < 128) ascii[code] = found;
    else byCode.set(code, found);
    return found;
  };
}
