import { t } from '../../kernel/texts.ts';

/** By its name, or by the line that every deck file begins with. */
export function isDeckFile(text: string, name: string): boolean {
  return (
    /\.(md|markdown)$/i.test(name) ||
    /^\ufeff?# .*\r?\n[\s\S]{0,400}?^- deck:/m.test(text.slice(0, 2000))
  );
}

/** UTF-8; UTF-16 where a mark says so, as Excel writes it; else the letters of Western Windows. */
export function decodedText(bytes: Uint8Array): {
  readonly text: string;
  readonly problem?: string;
} {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16) return { text: withLines(new TextDecoder(utf16).decode(bytes)) };
  try {
    return { text: withLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return {
      text: withLines(new TextDecoder('windows-1252').decode(bytes)),
      problem: t`The file is not in UTF-8; its letters are read as those of Windows and may be wrong.`,
    };
  }
}

/**
 * Old Macs, and Excel for one, end lines with a carriage return alone; lines within a cell, which
 * stands in quotes, end with a line feed there.
 */
function withLines(text: string): string {
  if (!text.includes('\r') || text.includes('\r\n')) return text;
  const isOfMac = !text.replace(/"[^"]*"/g, '').includes('\n');
  return isOfMac ? text.replaceAll('\r', '\n') : text;
}
