import { errorAt } from '../domain/deck-text/deck-problem.ts';
import { ask } from '../engine/headless.ts';
import type { DeckCheck } from '../engine/queries/headless.ts';
import type { CliIo } from './io.ts';
import { oneFile } from './one-file.ts';
import { counted, shortName } from './printable.ts';
import { reasonOf } from './reason-of.ts';

const USAGE = 'Usage: rounds deck check FILE [--json]';

/** `rounds deck check FILE [--json]`. Exit code 0; 1 for an error in the file; 2 called wrongly. */
export async function deckCheckCommand(args: readonly string[], io: CliIo): Promise<number> {
  const called = oneFile(args);
  if (!called) {
    io.err(USAGE);
    return 2;
  }
  const { path, asJson } = called;
  const fail = (reason: string): number => {
    const message = `${path}: ${reason} Nothing was read; check the name and the folder.`;
    io.err(message);
    if (asJson) io.out(jsonOf(nothingRead(message)));
    return 1;
  };
  let text: string;
  try {
    text = await io.readText(path);
  } catch (error) {
    return fail(reasonOf(error));
  }
  const checked = await ask('checkDeck', { text });
  if (!checked.ok) return fail(checked.problem.what);
  const report = checked.value;
  io.out(asJson ? jsonOf(report) : textOf(report, path));
  return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function nothingRead(message: string): DeckCheck {
  const problems = [errorAt({ line: 1, column: 1 }, message)];
  return { deck: { id: '', name: '' }, facts: 0, cards: 0, sections: new Map(), problems };
}

function jsonOf({ facts, cards, sections, problems }: DeckCheck): string {
  const plain = problems.map(({ line, column, severity, message }) => ({
    line,
    column,
    severity,
    message,
  }));
  const report = { facts, cards, sections: Object.fromEntries(sections), problems: plain };
  return JSON.stringify(report, null, 2);
}

function textOf({ deck, facts, cards, sections, problems }: DeckCheck, path: string): string {
  const rows = [...sections].map(([name, count]) => [shortName(name), count] as const);
  const width = rows.reduce((most, [name]) => Math.max(most, name.length), 0);
  return [
    `${shortName(deck.name)} (${deck.id})`,
    `${counted(facts, 'fact')}, ${counted(cards, 'card')}`,
    '',
    'Cards by section (a card in two sections counts in both):',
    ...rows.map(([name, count]) => `  ${name.padEnd(width)}  ${count}`),
    '',
    problems.length === 0 ? 'No problems.' : `Problems: ${problems.length}`,
    ...problems.map(
      ({ line, column, severity, message }) => `${path}:${line}:${column}: ${severity}: ${message}`,
    ),
  ].join('\n');
}
