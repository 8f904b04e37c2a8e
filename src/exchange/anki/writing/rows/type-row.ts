import type { CardTemplate, Field, NoteType } from '../../../../domain/content/note-type.ts';
import { slotsOfNote } from '../../../../domain/template/slots.ts';
import type { FieldId } from '../../../../kernel/ids.ts';
import { t } from '../../../../kernel/texts.ts';
import type { AnkiId } from '../../anki-collection.ts';
import { cssForAnki, sideForAnki } from '../../mapping/marks/masks.ts';
import type { Json } from '../../tables/json-rows.ts';
import { stableNumber } from '../own-ids.ts';

const LATEX_BEGIN = `\\documentclass[12pt]{article}
\\special{papersize=3in,5in}
\\usepackage[utf8]{inputenc}
\\usepackage{amssymb,amsmath}
\\pagestyle{empty}
\\setlength{\\parindent}{0in}
\\begin{document}
`;
/** Anki's number for its own image occlusion type, by which its editor knows it. */
const STOCK_OCCLUSION = 6;
/** What Anki's occlusion editor finds fields by. */
const OCCLUSION_FIELDS: readonly string[] = ['occlusion', 'image', 'header', 'extra', 'source'];

/** A type as schema 11 has it. What is Rounds' alone stands in `rounds`, which Anki keeps. */
export function typeRow(type: NoteType, id: AnkiId, modifiedSeconds: number): Json {
  const isOcclusion = type.kind === 'occlusion';
  const sortField = type.fields.findIndex((field) => field.id === type.sortFieldId);
  return {
    id,
    name: type.name,
    type: type.kind === 'standard' ? 0 : 1,
    mod: modifiedSeconds,
    usn: -1,
    sortf: Math.max(0, sortField),
    did: null,
    tmpls: type.templates.map((template, ord) => templateRow(type, template, ord)),
    flds: type.fields.map((field, ord) => fieldRow(type, field, ord)),
    css: cssForAnki(type.kind, type.css),
    latexPre: LATEX_BEGIN,
    latexPost: '\\end{document}',
    latexsvg: false,
    req: type.templates.map((template, ord) => [ord, ...requirement(type, template)]),
    ...(isOcclusion ? { originalStockKind: STOCK_OCCLUSION } : {}),
    rounds: { id: type.id, name: type.name, css: type.css },
  };
}

function templateRow(type: NoteType, template: CardTemplate, ord: number): Json {
  const { slot, front, back } = template;
  return {
    name: template.name,
    ord,
    qfmt: sideForAnki(type, front),
    afmt: sideForAnki(type, back),
    bqfmt: '',
    bafmt: '',
    did: null,
    bfont: '',
    bsize: 0,
    id: stableNumber(t`${type.id} card ${slot}`),
    rounds: { slot, front, back },
  };
}

function fieldRow(type: NoteType, field: Field, ord: number): Json {
  const tag = type.kind === 'occlusion' ? OCCLUSION_FIELDS.indexOf(field.id) : -1;
  return {
    name: field.name,
    ord,
    sticky: field.isSticky === true,
    rtl: field.isRightToLeft === true,
    font: t`Arial`,
    size: 20,
    description: field.hint ?? '',
    plainText: field.isPlainText === true,
    collapsed: false,
    excludeFromSearch: field.isLeftOutOfSearch === true,
    id: stableNumber(t`${type.id} field ${field.id}`),
    tag: tag < 0 ? null : tag,
    preventDeletion: tag >= 0 && tag < 3,
    rounds: { id: field.id },
  };
}

/**
 * Which fields a card needs, as older programs ask it of the file: any of these, all of these, or
 * it is never made.
 */
function requirement(
  type: NoteType,
  { slot }: CardTemplate,
): readonly ['any' | 'all' | 'none', readonly number[]] {
  const all = type.fields.map((_, at) => at);
  const isMade = (filled: readonly number[]): boolean => {
    const texts = filled.map((at) => [type.fields[at]?.id ?? ('' as FieldId), filler(type)]);
    return slotsOfNote(type, Object.fromEntries(texts), false).includes(slot);
  };
  const any = all.filter((at) => isMade([at]));
  if (any.length > 0) return ['any', any];
  if (!isMade(all)) return ['none', []];
  return ['all', all.filter((at) => !isMade(all.filter((each) => each !== at)))];
}

function filler({ kind }: NoteType): string {
  if (kind === 'standard') return 'x';
  return kind === 'cloze'
    ? '{{c1::x}}'
    : '{{c1::image-occlusion:rect:left=0:top=0:width=1:height=1}}';
}
