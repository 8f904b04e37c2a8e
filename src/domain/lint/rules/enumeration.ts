import { t } from '../../../kernel/texts.ts';
import { askedFor, type LintCard } from '../lint-card.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { wordsOf } from '../language/words.ts';

const MANY = 3;
const MAX_ITEM_WORDS = 4;

/** CR3: three or more things asked for at once. */
export function enumeration(card: LintCard): Finding | undefined {
  const list = askedFor(card).find(isEnumeration);
  if (list !== undefined) return finding(card, list);
  if (card.kind === 'question') {
    return LIST_REQUEST.test(card.question.trim()) ? finding(card, card.question) : undefined;
  }
  const different = new Set(card.blanks.map(({ hidden }) => wordsOf(hidden).join(' ')));
  return different.size >= MANY ? finding(card, card.question) : undefined;
}

function finding(card: LintCard, text: string): Finding {
  return {
    ruleId: 'CR3',
    slot: card.slot,
    message:
      t`This asks for a list of three or more at once, and lists are the hardest thing to recall. ` +
      t`Ask for one item a card, or hide one item at a time and show the others.`,
    excerpt: excerptOf(text),
  };
}

const NUMBER =
  '(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|[3-9]|[1-9]\\d)(?![\\w-])';
const MANY_OF = `(?:causes|symptoms|signs|features|branches|types|complications|criteria|stages|layers)\\b`;
const LIST_REQUEST = new RegExp(
  [
    '^(?:list|enumerate)\\b(?! (?:one|an?)\\b)',
    `^name (?:all|(?:the |any )?${NUMBER}|(?:the )?(?:main |most common |\\w+ )?${MANY_OF})`,
    `^(?:give|state|mention|recall) (?:all|(?:the |any )?${NUMBER})`,
    `\\bwhat are (?:all|(?:the |its )?${NUMBER})`,
    `\\bwhich ${NUMBER}(?! of\\b)`,
  ].join('|'),
  'i',
);

/** Three or more short things in a row; what only adds to one of them is none of its own. */
function isEnumeration(answer: string): boolean {
  const items = answer
    .split(/,(?!\d)|(?<!\d),|[;\n]|\s(?:and|or|und|oder|et|ou|&)\s/)
    .map((item) => item.trim())
    .filter((item) => /[\p{L}\p{N}]/u.test(item));
  const [first, ...rest] = items;
  const things = rest.filter((item) => !ASIDE.test(item));
  if (first === undefined || things.length < MANY - 1) return false;
  if (![first, ...things].every((item) => wordsOf(item).length <= MAX_ITEM_WORDS)) return false;
  return !isRun(items) && !isDescription(answer, items);
}

/** How a clause begins that says more about the thing before it. */
const ASIDE =
  /^(?:in|on|at|by|with|without|of|from|to|through|into|via|due|because|which|who|where|when|while|if|unless|then|so|but|not|usually|often|mostly|mainly|sometimes|rarely|especially|particularly|e\.?g|i\.?e|for|after|before|during|under|over|than|as|since|per|then|thus|hence|also|respectively|resp|among|etc)\b/i;

/** Neighbours in one series are one answer: C5, C6 and C7; phase II and III. */
function isRun(items: readonly string[]): boolean {
  const parts = items.map((item) => /^([\p{L} ]*?)[ -]?(\d{1,3}|[IVX]{1,4})$/u.exec(item));
  const prefix = parts[0]?.[1] ?? '';
  const numbers = parts.map((part) =>
    part !== null && (part[1] === '' || part[1] === prefix) ? numberOf(part[2] ?? '') : Number.NaN,
  );
  return numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}

function numberOf(text: string): number {
  return /\d/.test(text) ? Number(text) : ROMAN.indexOf(text) + 1;
}

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

/** One thing with several adjectives: small, round, blue cells. */
function isDescription(answer: string, items: readonly string[]): boolean {
  if (/\s(?:and|or|&)\s/.test(answer)) return false;
  const adjectives = items.slice(0, -1).map((item) => wordsOf(item).at(-1) ?? '');
  return (
    wordsOf(items.at(-1) ?? '').length >= 2 && adjectives.every((word) => ADJECTIVE.test(word))
  );
}

const ADJECTIVE =
  /(?:ic|al|ous|ful|less|ive|ed|ar|ary|able|ible|oid|form|ant|ent|ing|ish)$|^(?:small|large|big|round|oval|flat|red|blue|white|pink|yellow|grey|gray|dark|pale|brown|black|clear|firm|hard|soft|dry|wet|warm|hot|cold|thin|thick|long|short|wide|narrow|deep|high|low|dull|sharp|mobile|fixed|new|old|early|late|acute|mild|severe|rapid|slow|itchy|scaly|smooth|rough|shiny|single|double|loud|quiet|harsh|rare|common|fast|tender|rubbery|watery|bloody|fleshy|pearly|waxy|silvery)$/;
