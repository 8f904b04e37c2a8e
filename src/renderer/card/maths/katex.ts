import { t } from '../../../kernel/texts.ts';
import { asKatex, MATHJAX_MACROS } from './as-katex.ts';

/** KaTeX builds a tree of its own before any DOM; its types do not name it. */
export interface KatexNode {
  readonly attributes?: Record<string, string>;
  readonly children?: readonly KatexNode[];
  toNode(): Node;
}

/** As much of KaTeX as formulas are drawn with. */
export interface Katex {
  __renderToDomTree(tex: string, options: object): KatexNode;
  __parse(tex: string, options: object): unknown;
}

/** What the definitions in a formula may come to; a hundred lines of them come to 1,500. */
const MAX_TOKENS = 10_000;
const MAX_DEFINITION = 500;
/** Each is its whole argument once more. */
const MAX_PLACEHOLDERS = 20;

/**
 * The tree of a formula, whose work is bounded whatever it defines: KaTeX itself counts how often a
 * definition is used, and not what comes of that. Throws where it cannot be read or goes on too long.
 */
export function treeOf(katex: Katex, tex: string, isDisplay: boolean): KatexNode {
  countTokens(katex);
  tokens = 0;
  return katex.__renderToDomTree(asKatex(tex, isDisplay), {
    displayMode: isDisplay,
    // Links, pictures, classes, ids and data from inside a formula are refused.
    trust: false,
    strict: 'ignore',
    throwOnError: true,
    maxExpand: 1_000,
    maxSize: 50,
    macros: new Proxy({ ...MATHJAX_MACROS }, { set: define }),
  });
}

/** Of the formula that is being read. */
let tokens = 0;
let isCounted = false;

interface Expander {
  pushTokens(pushed: readonly unknown[]): void;
}

/** Its reader is reached through a macro that is a function; all readers share what it is made by. */
function countTokens(katex: Katex): void {
  if (isCounted) return;
  const found = (expander: Expander): string => {
    const shared = Object.getPrototypeOf(expander) as Expander;
    const { pushTokens } = shared;
    shared.pushTokens = function (pushed) {
      tokens += pushed.length;
      if (tokens > MAX_TOKENS) throw new RangeError(TOO_LONG);
      pushTokens.call(this, pushed);
    };
    isCounted = true;
    return '';
  };
  katex.__parse('\\rounds', { macros: { '\\rounds': found } });
}

function define(macros: object, name: string, value: unknown): boolean {
  const written = (value as { readonly tokens?: readonly { text: string }[] } | undefined)?.tokens;
  const placeholders = written?.filter(({ text }) => text === '#').length ?? 0;
  if (placeholders > MAX_PLACEHOLDERS || (written?.length ?? 0) > MAX_DEFINITION) {
    throw new RangeError(`${name} is defined as more than ${MAX_DEFINITION} signs.`);
  }
  return Reflect.set(macros, name, value);
}

const TOO_LONG = t`What is defined in this formula comes to more signs than are drawn.`;
