import { collectionCheckCommand } from './collection-check.ts';
import { deckCheckCommand } from './deck-check.ts';
import { importCommand } from './import.ts';
import type { CliIo } from './io.ts';
import { nodeIo } from './node-io.ts';
import { printable } from './printable.ts';
import { replayCommand } from './replay.ts';
import { simulateExamCommand } from './simulate-exam.ts';
import { statsCommand } from './statistics/stats.ts';

interface Command {
  /** The words that call it. */
  readonly words: readonly string[];
  readonly usage: string;
  readonly summary: string;
  /** Exit code: 0 done, 1 problems, 2 wrong usage. */
  readonly run: (args: readonly string[], io: CliIo) => Promise<number>;
}

/** Imported at the top: the runner that loads this file is closed once it has run. */
const COMMANDS: readonly Command[] = [
  {
    words: ['deck', 'check'],
    usage: 'rounds deck check FILE [--json]',
    summary: 'facts, cards by section and problems of a deck file',
    run: deckCheckCommand,
  },
  {
    words: ['collection', 'check'],
    usage: 'rounds collection check FILE.rounds [--json]',
    summary: 'whether a saved collection is whole, and what is in it',
    run: collectionCheckCommand,
  },
  {
    words: ['import'],
    usage: 'rounds import FILE --dry-run [--json]',
    summary: 'what a file of Anki’s, a text, a deck file or a collection would bring',
    run: importCommand,
  },
  {
    words: ['stats'],
    usage: 'rounds stats FILE.rounds [--deck PATH] [--section PATH] [--search TEXT] [--period P] …',
    summary: 'what a saved collection says of answers, memory and what is coming',
    run: statsCommand,
  },
  {
    words: ['replay'],
    usage: 'rounds replay FILE.json',
    summary: 'schedule a review history anew and print it as JSON',
    run: replayCommand,
  },
  {
    words: ['simulate-exam'],
    usage: 'rounds simulate-exam --cards N --seen FRACTION --days N --minutes N --seed N …',
    summary: 'recall of a simulated student on the day of an exam',
    run: simulateExamCommand,
  },
];

/** The program as the shell sees it: real files and streams. Resolves to the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  return await run(args, nodeIo(process.cwd(), process.env));
}

/** Runs the command that `args` names and resolves to the exit code. */
export async function run(args: readonly string[], streams: CliIo): Promise<number> {
  const io: CliIo = {
    ...streams,
    out: (text) => streams.out(printable(text)),
    err: (text) => streams.err(printable(text)),
  };
  const [first] = args;
  if (first === '--help' || first === '-h' || first === 'help') {
    io.out(help());
    return 0;
  }
  const command = COMMANDS.find(({ words }) => words.every((word, index) => args[index] === word));
  if (command === undefined) {
    io.err(
      first === undefined ? help() : `rounds: no such command: ${args.join(' ')}\n\n${help()}`,
    );
    return 2;
  }
  const rest = args.slice(command.words.length);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(`${command.usage}\n  ${command.summary}`);
    return 0;
  }
  return await command.run(rest, io);
}

function help(): string {
  const width = Math.max(...COMMANDS.map(({ usage }) => usage.length)) + 2;
  const lines = COMMANDS.map(({ usage, summary }) => `  ${usage.padEnd(width)}${summary}`);
  return [
    'Usage:',
    ...lines,
    '',
    'Exit code: 0 fine, 1 problems found or no such file, 2 wrong usage.',
  ].join('\n');
}
