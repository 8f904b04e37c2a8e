import { plural, t } from '../../../kernel/texts.ts';
import type { Field } from '../../content/note-type.ts';
import type { FieldId } from '../../../kernel/ids.ts';
import { htmlTokens } from '../../template/html/html-tokens.ts';
import { isEmptyHtml } from '../../template/html-text.ts';
import { excerptOf, type Finding } from '../finding.ts';
import { wordCount } from '../language/words.ts';

const NEARLY_THE_SAME = 0.9;
const MAX_PASSAGE_WORDS = 300;
const MAX_PASSAGE_LENGTH = 4000;

/** CR16: the type has a field for it, and it is empty. `htmlOf`: a field as stored. */
export function noSource(
  fields: readonly Field[],
  htmlOf: (id: FieldId) => string,
): Finding | undefined {
  const source = fields.find(isSourceField);
  if (source === undefined || !isEmptyHtml(htmlOf(source.id))) return undefined;
  if (fields.every(({ id }) => isEmptyHtml(htmlOf(id)))) return undefined;
  return {
    ruleId: 'CR16',
    fieldId: source.id,
    message:
      t`There is no source, so nobody can look up whether this is right or still holds. ` +
      t`Say where the fact comes from, with the page.`,
  };
}

/** CR17: another note says nearly the same. `similarity` is 1 where they are equal. */
export function nearDuplicate(
  nearest: { readonly similarity: number } | undefined,
  fieldId: FieldId,
): Finding | undefined {
  if (nearest === undefined || nearest.similarity < NEARLY_THE_SAME) return undefined;
  const much = plural(nearest.similarity, 'the same', 'nearly the same');
  return {
    ruleId: 'CR17',
    fieldId,
    message:
      t`Another note says ${much}, and the two would be reviewed for one fact. ` +
      t`Keep the better one, or write what sets them apart.`,
  };
}

/** CR18: a field so long that it looks copied. `texts`: plain text by field. */
export function longPassage(
  fields: readonly Field[],
  texts: ReadonlyMap<FieldId, string>,
): Finding | undefined {
  const long = fields.find(({ id }) => isPassage(texts.get(id) ?? ''));
  if (long === undefined) return undefined;
  return {
    ruleId: 'CR18',
    fieldId: long.id,
    message:
      t`“${long.name}” holds a whole passage, and a card is no place to read one. ` +
      t`Take out the facts to know, in words of your own, and name the source for the rest.`,
    excerpt: excerptOf(texts.get(long.id) ?? ''),
  };
}

/** CR19: a picture that a screen reader can say nothing about. `htmlOf`: a field as stored. */
export function pictureWithoutText(
  fields: readonly Field[],
  htmlOf: (id: FieldId) => string,
): Finding | undefined {
  const field = fields.find(({ id }) => hasBarePicture(htmlOf(id)));
  if (field === undefined) return undefined;
  return {
    ruleId: 'CR19',
    fieldId: field.id,
    message:
      t`A picture here has no description, so it says nothing when read aloud or when its file is missing. ` +
      t`Add a few words on what is seen, without the answer.`,
  };
}

function isSourceField({ id, name }: Field): boolean {
  return id === 'source' || /^(?:sources?|references?|citations?)$/i.test(name.trim());
}

function isPassage(text: string): boolean {
  return (
    text.length > MAX_PASSAGE_LENGTH || (text.length > 900 && wordCount(text) > MAX_PASSAGE_WORDS)
  );
}

/** Whether an img has no alt at all; alt="" says that it only decorates. */
function hasBarePicture(html: string): boolean {
  if (!/<img/i.test(html)) return false;
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'open' || token.name !== 'img') continue;
    if (!token.attributes.some(({ name }) => name === 'alt')) return true;
  }
  return false;
}
