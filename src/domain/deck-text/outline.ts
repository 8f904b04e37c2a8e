import { t } from '../../kernel/texts.ts';
import { extend, type Passage, passageFrom } from './passage.ts';
import { type DeckProblem, errorAt, type FilePlace, warningAt } from './deck-problem.ts';
import type { FactBlock } from './read-fact.ts';
import { type DeckFileLine, readLines } from './read-lines.ts';
import { pathFrom } from '../../kernel/path.ts';

/** What stands above the first section or fact. */
export interface Header {
  readonly title: DeckFileLine | undefined;
  readonly fields: ReadonlyMap<string, Passage>;
  /** Whether there is anything to give a title to. */
  readonly isPresent: boolean;
}

export interface DeckOutline {
  readonly header: Header;
  readonly sections: readonly DeckFileLine[];
  readonly blocks: readonly FactBlock[];
  readonly problems: readonly DeckProblem[];
}

const NO_SECTION = t`General`;
const HEADER_KEYS = ['deck', 'source', 'text'];
/** Facts under `## (none)` belong to no section. */
export const OUTSIDE = '(none)';
const CLOZE_MARK = /\{\{c\d/;

/** The file cut into header, sections and fact blocks, nothing in them judged yet. */
export function outlineOf(text: string): DeckOutline {
  const { lines, problems } = readLines(text);
  const fields = new Map<string, Passage>();
  const sections: DeckFileLine[] = [];
  const blocks: FactBlock[] = [];
  let title: DeckFileLine | undefined;
  let block: FactBlock | undefined;
  let section: DeckFileLine | undefined;
  /** Where a further line of text goes. A field ends at a blank line or one without indent. */
  let passage: Passage | undefined;
  let isInField = false;
  let isAfterBlank = false;
  let stray: { place: FilePlace; isCard: boolean } | undefined;

  const warn = (place: FilePlace, message: string) => problems.push(warningAt(place, message));
  const endStray = (): void => {
    if (stray?.isCard) problems.push(errorAt(stray.place, NO_HEADING));
    else if (stray !== undefined && section !== undefined) warn(stray.place, STRAY);
    stray = undefined;
  };

  const onHeading = (line: DeckFileLine): void => {
    endStray();
    passage = undefined;
    isInField = false;
    if (line.level === 1) {
      if (title !== undefined || section !== undefined || block !== undefined) {
        warn(line, SECOND_TITLE);
      } else title = line;
    } else if (line.level === 2) {
      section = line;
      block = undefined;
      sections.push(line);
      if (pathFrom(line.value) === '') warn(line, NAMELESS_SECTION);
    } else {
      const name = pathFrom(section?.value ?? '');
      if (section === undefined && blocks.length === 0) warn(line, BEFORE_SECTION);
      block = {
        line: line.line,
        column: line.column,
        factId: line.value,
        section: name === OUTSIDE ? '' : name || NO_SECTION,
        sides: [],
        fields: [],
      };
      blocks.push(block);
    }
  };

  const onField = (line: DeckFileLine): void => {
    endStray();
    passage = passageFrom(line);
    isInField = true;
    const key = line.key ?? '';
    if (block !== undefined) block.fields.push({ key, passage });
    else if (section !== undefined) warn(line, FIELD_IN_SECTION);
    else if (!HEADER_KEYS.includes(key)) warn(line, unknownHeaderKey(key));
    else if (fields.has(key)) warn(line, `"${key}" is here twice. The first one was kept.`);
    else fields.set(key, passage);
  };

  const onText = (line: DeckFileLine): void => {
    const starts = line.kind === 'question' || line.kind === 'answer';
    const isOutside = isAfterBlank || (isInField && line.column === 1);
    isInField &&= !isOutside && !starts;
    const target = isOutside ? block?.sides.at(-1)?.passage : passage;
    if (target !== undefined && !starts) {
      extend(target, line, isOutside);
      passage = target;
    } else if (block !== undefined) {
      passage = passageFrom(line);
      const kind = starts ? (line.kind as 'question' | 'answer') : 'text';
      block.sides.push({ kind, passage });
    } else {
      passage = undefined;
      stray ??= { place: line, isCard: false };
      stray.isCard ||= line.kind === 'question' || CLOZE_MARK.test(line.value);
    }
  };

  for (const line of lines) {
    if (line.kind === 'blank') {
      if (passage === undefined) endStray();
      isAfterBlank = true;
      continue;
    }
    if (line.kind === 'heading' && (line.level ?? 0) <= 3) onHeading(line);
    else if (line.kind === 'field') onField(line);
    else {
      if (line.kind === 'heading') warn(line, DEEP_HEADING);
      onText(line);
    }
    isAfterBlank = false;
  }
  endStray();
  const isPresent = title !== undefined || fields.size > 0 || blocks.length > 0;
  return { header: { title, fields, isPresent }, sections, blocks, problems };
}

function unknownHeaderKey(key: string): string {
  return t`"${key}" is not a key of a deck. The line was left out; known are deck, source and text.`;
}

const NO_HEADING = t`A card stands here without an id. It was not loaded; write a line "### some-id" above it.`;
const STRAY = t`This text belongs to no fact. It was left out; move it into a fact or into <!-- a comment -->.`;
const SECOND_TITLE = t`A second title. It was left out and the first one kept; use ## for a section, ### for a fact.`;
const NAMELESS_SECTION = t`The section has no name. Its facts went to General; name it after ##.`;
const BEFORE_SECTION = t`The fact stands before the first section. It went to General; write a line "## Name" above it.`;
const FIELD_IN_SECTION = t`A section takes no keys. The line was left out; write it into the header or into each fact.`;
const DEEP_HEADING = t`Headings deeper than ### have no meaning. The line was read as text; use ### for a fact.`;
