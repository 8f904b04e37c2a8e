import { slotsOf } from '../domain/content/cards-of-note.ts';
import { problemsOf } from '../domain/deck-text/check-cards.ts';
import { type ParsedDeck, parseDeck } from '../domain/deck-text/parse-deck.ts';
import { type DeckProblem, errorAt, inFileOrder } from '../domain/deck-text/deck-problem.ts';
import type { CliIo } from './io.ts';

interface Report {
  readonly title: string;
  readonly facts: number;
  readonly cards: number;
  /** Cards by section, home sections first; a card in two sections counts in both. */
  readonly sections: ReadonlyMap<string, number>;
  readonly problems: readonly DeckProblem[];
}

const USAGE = 'Usage: rounds deck check FILE [--json]';

/** `rounds deck check FILE [--json]`. Exit code 0; 1 for an error in the file; 2 called wrongly. */
export async function deckCheckCommand(args: readonly string[], io: CliIo): Promise<number> {
  const options = args.filter((arg) => arg.startsWith('--'));
  const [path, ...others] = args.filter((arg) => !arg.startsWith('--'));
  if (path === undefined || others.length > 0 || options.some((option) => option !== '--json')) {
    io.err(USAGE);
    return 2;
  }
  const asJson = options.length > 0;
  let report: Report;
  try {
    report = reportOf(parseDeck(await io.readText(path)));
  } catch (error) {
    const message = `${path}: ${reasonOf(error)} Nothing was read; check the name and the folder.`;
    io.err(message);
    if (asJson) io.out(jsonOf(noReport(message)));
    return 1;
  }
  io.out(asJson ? jsonOf(report) : textOf(report, path));
  return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function reportOf(parsed: ParsedDeck): Report {
  const homes = parsed.drafts.map(({ sections: [home = ''] }) => home);
  const sections = new Map(homes.map((home) => [home, 0]));
  let cards = 0;
  for (const draft of parsed.drafts) {
    const count = slotsOf(draft.content).length;
    cards += count;
    for (const section of draft.sections) {
      sections.set(section, (sections.get(section) ?? 0) + count);
    }
  }
  return {
    title: `${parsed.deck.name} (${parsed.deck.id})`,
    facts: parsed.drafts.length,
    cards,
    sections,
    problems: inFileOrder([...parsed.problems, ...problemsOf(parsed.drafts, parsed.places)]),
  };
}

function noReport(message: string): Report {
  const problems = [errorAt({ line: 1, column: 1 }, message)];
  return { title: '', facts: 0, cards: 0, sections: new Map(), problems };
}

function jsonOf({ facts, cards, sections, problems }: Report): string {
  const plain = problems.map(({ line, column, severity, message }) => ({
    line,
    column,
    severity,
    message,
  }));
  const report = { facts, cards, sections: Object.fromEntries(sections), problems: plain };
  return JSON.stringify(report, null, 2);
}

function textOf({ title, facts, cards, sections, problems }: Report, path: string): string {
  const width = [...sections.keys()].reduce((most, name) => Math.max(most, name.length), 0);
  return [
    title,
    `${counted(facts, 'fact')}, ${counted(cards, 'card')}`,
    '',
    'Cards by section (a card in two sections counts in both):',
    ...[...sections].map(([name, count]) => `  ${name.padEnd(width)}  ${count}`),
    '',
    problems.length === 0 ? 'No problems.' : `Problems: ${problems.length}`,
    ...problems.map(
      ({ line, column, severity, message }) => `${path}:${line}:${column}: ${severity}: ${message}`,
    ),
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file.';
  if (code === 'EISDIR') return 'this is a folder, not a file.';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read.';
  return `the file could not be read (${error instanceof Error ? error.message : String(error)}).`;
}
