import { slotsOf } from '../../domain/content/cards-of-note.ts';
import { parseDeck } from '../../domain/deck-text/parse-deck.ts';
import { slotsOfNote } from '../../domain/template/slots.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { readTextTable, rowsLeftOut } from '../text-table/text-notes.ts';
import type { ImportPreview } from './import-preview.ts';

/** What a deck file, a text or a spreadsheet's CSV would bring. */
export function previewOfText(bytes: Uint8Array, name: string): Result<ImportPreview> {
  const { text, problem } = decoded(bytes);
  if (text.includes('\0')) {
    return failed(
      'This is neither a text nor a file that Rounds knows.',
      'Nothing was taken from it, and your cards are as they were.',
      'Choose a file of Anki’s (.apkg, .colpkg), a text, a CSV, a deck file or a .rounds file.',
    );
  }
  const problems = problem === undefined ? [] : [problem];
  return ok(isDeckFile(text, name) ? ofDeckFile(text, problems) : ofTable(text, problems));
}

function ofDeckFile(text: string, problems: readonly string[]): ImportPreview {
  const { drafts, problems: found } = parseDeck(text);
  return {
    notes: drafts.length,
    cards: drafts.reduce((sum, { content }) => sum + slotsOf(content).length, 0),
    reviews: 0,
    media: 0,
    types: new Set(drafts.map(({ content }) => content.type)).size,
    decks: drafts.length > 0 ? 1 : 0,
    problems: [...problems, ...found.map(({ line, message }) => `Line ${line}: ${message}`)],
  };
}

function ofTable(text: string, problems: readonly string[]): ImportPreview {
  const { notes, problems: found } = readTextTable(text);
  let cards = 0;
  const cardless: number[] = [];
  for (const { type, fields, tags, line } of notes) {
    const slots = slotsOfNote(type, fields, tags.length > 0);
    cards += slots.length;
    if (slots.length === 0) cardless.push(line);
  }
  const left = cardless.length > 0 ? [rowsLeftOut(cardless, 'makes no card', 'make no card')] : [];
  return {
    notes: notes.length - cardless.length,
    cards,
    reviews: 0,
    media: 0,
    types: new Set(notes.map(({ type }) => type.id)).size,
    // Rows that name no deck go into one that the person chooses.
    decks: new Set(notes.map(({ deck }) => deck)).size,
    problems: [...problems, ...found, ...left],
  };
}

/** By its name, or by the line that every deck file begins with. */
function isDeckFile(text: string, name: string): boolean {
  return (
    /\.(md|markdown)$/i.test(name) ||
    /^\ufeff?# .*\r?\n[\s\S]{0,400}?^- deck:/m.test(text.slice(0, 2000))
  );
}

/** UTF-8; UTF-16 where a mark says so, as Excel writes it; else the letters of Western Windows. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly problem?: string } {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      problem:
        'The file is not in UTF-8; its letters are read as those of Windows and may be wrong.',
    };
  }
}
