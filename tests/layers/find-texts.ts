import { parseSync } from 'vite';

/**
 * Finds what people read or hear and what does not go through `t`, `plural` or `phrase`: text
 * between tags, attributes and fields that are shown or spoken, and whatever else reads like words.
 */

/** A node of the syntax tree, as far as it is asked here. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: a hundred kinds of nodes, each with fields of its own
  readonly [field: string]: any;
}

/** A node above another one, and the field under which that one hangs. */
export interface Above {
  readonly node: SyntaxNode;
  readonly field: string;
}

export interface FoundText {
  readonly node: SyntaxNode;
  readonly above: readonly Above[];
  /** What stands there; `{}` for each value in it. */
  readonly text: string;
}

/** Tags and functions through which a text goes. */
const GATES = new Set(['t', 'plural', 'phrase']);
/** Attributes and fields whose words are shown or spoken, be they small. */
const SPOKEN = new Set(
  `about alt aria-description aria-label aria-roledescription aria-valuetext caption does doIt doing done
  empty found head heading help hint instead kept label meaning menuName note placeholder question said
  short short sub subtitle summary tip title todo unit verb what why word words`.split(/\s+/),
);
/** Attributes and fields that no person meets. */
const TECHNICAL = new Set(
  `accelerator accept action align autoComplete bodyClass chord className class codes columns content d dateStyle
  fill format group height href icon id inputMode is key keys kind marks method mode
  name-of order origin path points preload rel role rule rules shape sort state stroke style table
  tag target timeStyle timeZone to tone transform type viewBox width aria-controls
  aria-current aria-describedby aria-details aria-haspopup aria-hidden aria-labelledby aria-live
  aria-orientation aria-owns aria-relevant aria-sort htmlFor form list`.split(/\s+/),
);
/** Functions whose arguments are names for the machine. */
const OF_THE_MACHINE =
  /^(?:querySelector(?:All)?|closest|matches|getElementById|getElementsBy\w+|createElement(?:NS)?|\w*Attribute(?:NS)?|\w+EventListener|includes|startsWith|endsWith|indexOf|lastIndexOf|split|replace(?:All)?|has|get|delete|where|table|transaction|equals|orderBy|objectStore|on|once|handle|run|ask|useQuery|postMessage|test|exec|getPropertyValue|setProperty|removeProperty|supports|matchMedia|import|require|eachLoaded|eachReady|oneOf|createTreeWalker|localeCompare|normalize|toLocaleString|raw|beginReading|useState|emit|invoke|send|setItem|getItem|removeItem|open|defineKind|log|warn|error|info|debug|css|element|toggle|contains)$/;
const KEY_NAMES = new Set(
  `Escape Enter Tab Backspace Delete Insert Home End PageUp PageDown ArrowUp ArrowDown ArrowLeft
  ArrowRight Shift Control Alt Meta AltGraph Process Dead Unidentified CapsLock ContextMenu`.split(
    /\s+/,
  ),
);

/** Every text of a file that does not go through one of the gates. */
export function textsPastTheGates(path: string, code: string): FoundText[] {
  isAllWords = ALL_WORDS.test(path);
  const { program, errors } = parseSync(path, code, { astType: 'ts' });
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const found: FoundText[] = [];
  visit(program as unknown as SyntaxNode, [], found);
  return found;
}

/** Files of nothing but words: there a single small one is a text, too. */
const ALL_WORDS =
  /(?:renderer\/(?!card|editor|help).*words|words\/[\w-]+|kit\/text\/(?!phrase|in-address)[\w-]+|\/explain[\w-]*|why-in-words|training\/words)\.tsx?$/;
let isAllWords = false;

function visit(node: SyntaxNode, above: readonly Above[], found: FoundText[]): void {
  if (isNeverSaid(node)) return;
  const text = textOf(node);
  if (text !== undefined && /\p{L}/u.test(text) && isSaid(node, text, above)) {
    found.push({ node, above, text });
  }
  for (const [field, value] of Object.entries(node)) {
    if (isGate(node) && field !== 'quasi' && field !== 'arguments') continue;
    if (node.type === 'TemplateLiteral' && field === 'quasis') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') visit(child, [...above, { node, field }], found);
    }
  }
}

/** Types, imports and names of fields. */
function isNeverSaid(node: SyntaxNode): boolean {
  return (
    /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/.test(node.type) ||
    /^(?:Import|ExportAll)/.test(node.type) ||
    node.type === 'ThrowStatement'
  );
}

function textOf(node: SyntaxNode): string | undefined {
  if (node.type === 'JSXText') return node.value;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  return node.quasis.map((quasi: SyntaxNode) => quasi.value.cooked).join('{}');
}

function isGate(node: SyntaxNode | undefined): boolean {
  if (node?.type === 'TaggedTemplateExpression') return GATES.has(node.tag.name);
  return node?.type === 'CallExpression' && GATES.has(node.callee.name);
}

const PASSED_ON =
  /^(?:ConditionalExpression|LogicalExpression|ParenthesizedExpression|TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|ArrayExpression|SpreadElement)$/;

function isSaid(node: SyntaxNode, text: string, above: readonly Above[]): boolean {
  if (node.type === 'JSXText') return true;
  const parent = above.at(-1);
  if (isGate(parent?.node)) return false;
  let at = above.length - 1;
  for (; at >= 0; at -= 1) {
    const each = above[at];
    if (each === undefined) return false;
    if (each.field === 'test') return false;
    const isSum = each.node.type === 'BinaryExpression' && each.node.operator === '+';
    if (!PASSED_ON.test(each.node.type) && !isSum) break;
  }
  const place = above[at];
  if (place === undefined) return false;
  const name = nameOf(place, above[at - 1]);
  if (name !== undefined && SPOKEN.has(name)) return true;
  if (name !== undefined && (TECHNICAL.has(name) || name.startsWith('data-'))) return false;
  switch (place.node.type) {
    case 'BinaryExpression':
    case 'ExportNamedDeclaration':
    case 'SwitchCase':
    case 'TaggedTemplateExpression':
    case 'ExpressionStatement':
      return false;
    case 'Property':
      return place.field === 'value' && readsLikeWords(text);
    case 'MemberExpression':
      return (
        place.field === 'object' && place.node.property.name !== 'split' && readsLikeWords(text)
      );
    case 'NewExpression':
      return false;
    case 'CallExpression':
      return !OF_THE_MACHINE.test(calleeOf(place.node)) && readsLikeWords(text);
    case 'JSXExpressionContainer':
      return above[at - 1]?.node.type !== 'JSXAttribute' || readsLikeWords(text);
    case 'TemplateLiteral':
      // Within a text whatever has letters is one, too.
      return (
        place.field === 'expressions' &&
        (readsLikeWords(text) ||
          / /.test(text) ||
          (isGate(above[at - 1]?.node) && /\p{L}{2}/u.test(text)))
      );
    default:
      return readsLikeWords(text);
  }
}

/** The attribute or field in which it stands. */
function nameOf(place: Above, next: Above | undefined): string | undefined {
  if (place.node.type === 'Property') {
    if (place.field === 'key') return undefined;
    const { name, value } = place.node.key;
    return typeof (name ?? value) === 'string' ? (name ?? value) : undefined;
  }
  if (place.node.type === 'JSXAttribute') return attributeOf(place.node);
  if (place.node.type === 'JSXExpressionContainer' && next?.node.type === 'JSXAttribute') {
    return attributeOf(next.node);
  }
  return undefined;
}

function attributeOf({ name }: SyntaxNode): string {
  return name.namespace ? `${name.namespace.name}:${name.name.name}` : name.name;
}

function calleeOf(call: SyntaxNode): string {
  const { callee } = call as unknown as { callee: SyntaxNode };
  return callee.name ?? callee.property?.name ?? '';
}

function readsLikeWords(text: string): boolean {
  const words = text.trim();
  if (isOfAnotherLanguage(words)) return false;
  if (isAllWords) return /\p{L}/u.test(words);
  if (KEY_NAMES.has(words) || /^\p{Lu}\p{L}*\p{Ll}\p{Lu}\p{L}*$/u.test(words)) return false;
  if (/^(?:[“‘(]?\p{Lu}\p{Ll}*[’,:…]?(?:$|\s)|[“‘(]?\p{Lu}\p{Ll}+[.,:…?!-]?)/u.test(words)) {
    return !/^\p{Lu}$/u.test(words) && !/^\S*[/_<>\\@=]\S*$/.test(words);
  }
  return (
    /^\d+ \p{Ll}{2,}/u.test(words) ||
    /(?:^|[\s“(])\p{Ll}{2,}[,;:]?\s+(?:[“(]?\p{L}|\{\})/u.test(words) ||
    /\{\}[”):,;]?\s+\p{L}{2,}/u.test(words) ||
    /^\p{L}{2,}\s+\{\}/u.test(words)
  );
}

/** How a date is written, as Intl is told. */
const OF_INTL = /^(?:numeric|2-digit|narrow|short|medium|long|full)$/;

/** Selectors, declarations and searches: languages of their own. */
function isOfAnotherLanguage(words: string): boolean {
  if (words === 'Rounds' || OF_INTL.test(words)) return true;
  const tokens = words.split(/, /);
  if (tokens.length > 1 && tokens.every((token) => /^[a-z][^\s,;]*(?: > \S+)?$/.test(token)))
    return true;
  if (/^(?:color|background|[a-z]+-[a-z-]+): /.test(words)) return true;
  return /^[({]?-?(?:prop|is|tag|nid|cid|deck):/.test(words) || /^\{\} tag:/.test(words);
}
