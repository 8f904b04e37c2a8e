import type { ExportForm, ExportWhat } from '../../engine/export/export-asked.ts';
import type { SavedExport } from '../../engine/commands/exports/export-file.ts';
import { plural, t } from '../../kernel/texts.ts';

/** Something that can go out, and what it is called: on the screen, and as a file. */
export interface Exportable {
  readonly what: ExportWhat;
  /** 'The deck Neurology', '12 notes'. */
  readonly name: string;
  /** Of the file. */
  readonly called: string;
}

export const EVERYTHING: Exportable = {
  what: { kind: 'all' },
  name: t`The whole collection`,
  called: 'Rounds',
};

/** For whom each kind of file is. */
export const FORMS: Readonly<Record<ExportForm, { readonly name: string; readonly help: string }>> =
  {
    apkg: {
      name: t`Anki package (.apkg): for any Anki, AnkiDroid and AnkiMobile`,
      help: t`Open it there: its notes join what is there.`,
    },
    colpkg: {
      name: t`Anki collection (.colpkg): all of it, in place of another`,
      help: t`Opened in Anki it takes the place of the whole collection there, settings included.`,
    },
    'apkg-newest': {
      name: t`Anki package for Anki 2.1.50 and later`,
      help: t`The form that Anki itself uses now. Older ones and some phones cannot open it.`,
    },
    text: {
      name: t`Text with tabs (.txt): for Anki’s text import, and for editing`,
      help: t`Words alone: without schedule and pictures. Rounds and Anki read it back.`,
    },
    csv: {
      name: t`Table (.csv): for a spreadsheet`,
      help: t`Words alone: without schedule and pictures. Rounds and Anki read it back.`,
    },
  };

/** Forms in the order in which they are wanted; a collection only of everything. */
export function formsFor({ kind }: ExportWhat): readonly ExportForm[] {
  const all: readonly ExportForm[] = ['apkg', 'colpkg', 'apkg-newest', 'text', 'csv'];
  return kind === 'all' ? all : all.filter((form) => form !== 'colpkg');
}

export function isPackage(form: ExportForm): boolean {
  return form !== 'text' && form !== 'csv';
}

/** '“Heart 2026-03-02.apkg”: 12 notes, 15 cards, 120 answers, 3 files.' */
export function doneWords({ fileName, notes, cards, reviews, media }: SavedExport): string {
  const parts = [
    plural(notes, '# note'),
    ...(cards > 0 ? [plural(cards, '# card')] : []),
    ...(reviews > 0 ? [plural(reviews, '# answer')] : []),
    ...(media > 0 ? [plural(media, '# picture or sound', '# pictures and sounds')] : []),
  ];
  return t`Saved as “${fileName}”: ${parts.join(', ')}.`;
}
