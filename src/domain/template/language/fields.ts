import type { Field, NoteType } from '../../content/note-type.ts';
import type { FieldReplacement, TemplateNode } from '../parse-template.ts';
import { fieldsByName, nameKey } from './template-names.ts';
import { parsedTemplate } from './parsed.ts';

/** The fields that `template` shows through cloze:, each once, in order. */
export function clozeFieldsIn(template: string, type: NoteType): Field[] {
  const fields = fieldsByName(type);
  const names = replacementsIn(parsedTemplate(template).nodes)
    .filter(({ filters }) => filters.includes('cloze'))
    .map(({ name }) => nameKey(name));
  return [...new Set(names)].flatMap((name) => fields.get(name) ?? []);
}

function replacementsIn(nodes: readonly TemplateNode[]): FieldReplacement[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'conditional') return replacementsIn(node.children);
    return node.kind === 'replacement' ? [node] : [];
  });
}
