import { type Field, type FieldTexts, fieldText, type NoteType } from '../content/note-type.ts';
import type { Slot } from '../../kernel/ids.ts';
import { isEmptyHtml, textOfHtml } from '../template/html-text.ts';
import { fieldsByName, nameKey } from '../template/language/template-names.ts';
import { parsedTemplate } from '../template/language/parsed.ts';
import type { FieldReplacement, TemplateNode } from '../template/parse-template.ts';
import { renderCard, templateOf } from '../template/render.ts';

/**
 * What the card at `slot` of a standard type asks for, as plain text: of the fields that its back
 * shows and its front does not, the first one that is filled. What comes after it (Extra, Source)
 * is for reading. '' where the back shows nothing of its own.
 */
export function answerText(type: NoteType, fields: FieldTexts, slot: Slot): string {
  const template = templateOf(type, slot);
  if (template === undefined) return '';
  const byName = fieldsByName(type);
  const fieldOf = ({ name }: FieldReplacement): Field | undefined => byName.get(nameKey(name));
  const isTyped = ({ filters }: FieldReplacement): boolean => filters.includes('type');
  const front = replacementsIn(parsedTemplate(template.front).nodes);
  // A front that asks to type a field does not show it.
  const asked = new Set(front.filter((one) => !isTyped(one)).map(fieldOf));
  const answer = replacementsIn(parsedTemplate(template.back).nodes).find((one) => {
    const field = fieldOf(one);
    return field !== undefined && !asked.has(field) && !isEmptyHtml(fieldText(fields, field.id));
  });
  const field = answer && fieldOf(answer);
  if (answer === undefined || field === undefined) return '';
  if (isTyped(answer)) return textOfHtml(fieldText(fields, field.id));
  const back = `{{${[...answer.filters, answer.name].join(':')}}}`;
  const alone = { ...type, templates: [{ ...template, front: '', back }] };
  return textOfHtml(renderCard({ type: alone, fields, slot, tags: [], deckName: '' }).back);
}

function replacementsIn(nodes: readonly TemplateNode[]): FieldReplacement[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'conditional') return replacementsIn(node.children);
    return node.kind === 'replacement' ? [node] : [];
  });
}
