import { t } from '../../kernel/texts.ts';
import type { CardTemplate, Field, NoteType } from '../content/note-type.ts';
import type { FieldId, Slot } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { CardSide } from './cloze-html.ts';
import { clozeFieldsIn } from './language/fields.ts';
import { cardNumberIn, fieldsByName, nameKey, SPECIAL_NAMES } from './language/template-names.ts';
import { parsedTemplate } from './language/parsed.ts';
import type { TemplateNode } from './parse-template.ts';

/** Something wrong with a note type, and where. */
export interface NoteTypeProblem extends Problem {
  /** error: something in the type does not work. warning: it works, and is hardly what was meant. */
  readonly severity: 'error' | 'warning';
  readonly place:
    | { readonly kind: 'type' }
    | { readonly kind: 'field'; readonly fieldId: FieldId }
    | { readonly kind: 'card'; readonly slot: Slot }
    | {
        readonly kind: 'side';
        readonly slot: Slot;
        readonly side: CardSide;
        /** Index into that side's template, from 0, where it is known. */
        readonly offset?: number;
      };
}

/** What is wrong with `type` as a person edits it: names, then each card's sides; none when well. */
export function templateProblems(type: NoteType): NoteTypeProblem[] {
  return [
    ...typeProblems(type),
    ...fieldProblems(type.fields),
    ...type.templates.flatMap((template, index) => [
      ...cardProblems(template, type, type.templates.slice(0, index)),
      ...sideProblems(template, 'front', type),
      ...sideProblems(template, 'back', type),
    ]),
  ];
}

function typeProblems({ name, fields, templates, sortFieldId }: NoteType): NoteTypeProblem[] {
  const where = { place: { kind: 'type' }, severity: 'error' } as const;
  const kept = t`Nothing was saved yet.`;
  const problems: NoteTypeProblem[] = [];
  if (name.trim() === '') {
    problems.push({ ...where, what: t`The note type has no name.`, kept, todo: t`Give it one.` });
  }
  if (fields.length === 0) {
    problems.push({ ...where, what: t`The note type has no field.`, kept, todo: t`Add a field.` });
  } else if (!fields.some(({ id }) => id === sortFieldId)) {
    const what = t`No field stands for the note in lists.`;
    problems.push({ ...where, what, kept, todo: t`Choose the field to sort by.` });
  }
  if (templates.length === 0) {
    problems.push({ ...where, what: t`The note type has no card.`, kept, todo: t`Add a card.` });
  }
  return problems;
}

function fieldProblems(fields: readonly Field[]): NoteTypeProblem[] {
  const seen = new Set<string>();
  return fields.flatMap((field): NoteTypeProblem[] => {
    const fault = nameFault(field.name, seen);
    seen.add(nameKey(field.name).toLowerCase());
    if (fault === undefined) return [];
    const kept = t`The texts of the field are kept.`;
    return [{ ...fault, kept, place: { kind: 'field', fieldId: field.id } }];
  });
}

/** Anki allows no other names, and templates could not call them. */
function nameFault(
  written: string,
  seen: ReadonlySet<string>,
): Pick<NoteTypeProblem, 'what' | 'todo' | 'severity'> | undefined {
  const severity = 'error';
  const name = nameKey(written);
  if (name === '') return { severity, what: t`A field has no name.`, todo: t`Give it one.` };
  if (seen.has(name.toLowerCase())) {
    return {
      severity,
      what: t`Two fields are called ${name}.`,
      todo: t`Call one of them something else.`,
    };
  }
  if (/[:{}"]/.test(name)) {
    return {
      severity,
      what: t`The name ${name} holds one of : { } ".`,
      todo: t`Take that sign out.`,
    };
  }
  if (/^[#^/!]/.test(name)) {
    return {
      severity,
      what: t`The name ${name} begins with # ^ / or !.`,
      todo: t`Begin it with a letter.`,
    };
  }
  if (SPECIAL_NAMES.includes(name) || cardNumberIn(name) !== undefined) {
    const what = t`The name ${name} has a meaning of its own in templates.`;
    return { severity: 'warning', what, todo: t`Call the field something else.` };
  }
  return undefined;
}

function cardProblems(
  template: CardTemplate,
  type: NoteType,
  earlier: readonly CardTemplate[],
): NoteTypeProblem[] {
  const { slot, front } = template;
  const place = { kind: 'card', slot } as const;
  const problems: NoteTypeProblem[] = [];
  if (template.name.trim() === '') {
    problems.push({
      place,
      severity: 'warning',
      what: t`A card has no name.`,
      kept: t`The card works without one.`,
      todo: t`Give it one.`,
    });
  }
  const twin = earlier.find((other) => other.front.trim() === front.trim());
  if (twin !== undefined) {
    problems.push({
      place,
      severity: 'warning',
      what: t`${template.name} has the same front as ${twin.name}: both would ask the same.`,
      kept: t`Both cards are kept.`,
      todo: t`Change one front, or remove one of the cards.`,
    });
  }
  const fields = fieldsByName(type);
  if (type.kind === 'standard' && !namesField(parsedTemplate(front).nodes, fields)) {
    problems.push({
      place,
      // Anki takes a front that only asks whether a field is empty, and so may types that come from it.
      severity: namesAnything(parsedTemplate(front).nodes) ? 'warning' : 'error',
      what: t`The front of ${template.name} shows no field, so no note gets this card.`,
      kept: t`The template is kept.`,
      todo: t`Name a field in it, as in {{Front}}.`,
    });
  }
  const sides: CardSide[] = type.kind === 'standard' ? [] : ['front', 'back'];
  return problems.concat(sides.flatMap((side) => clozeProblem(template, side, type)));
}

/** Whether a filled field can make `nodes` show something: see slotsOfNote. */
function namesField(nodes: readonly TemplateNode[], fields: ReadonlyMap<string, Field>): boolean {
  return nodes.some((node) => {
    if (node.kind === 'conditional') return namesField(node.children, fields);
    if (node.kind !== 'replacement') return false;
    const isSpecial = SPECIAL_NAMES.includes(node.name) && node.name !== 'FrontSide';
    return isSpecial || fields.has(nameKey(node.name));
  });
}

function namesAnything(nodes: readonly TemplateNode[]): boolean {
  return nodes.some(({ kind }) => kind === 'replacement' || kind === 'conditional');
}

/** Each side of a cloze or occlusion type goes through cloze: {{FrontSide}} would hide on the back. */
function clozeProblem(template: CardTemplate, side: CardSide, type: NoteType): NoteTypeProblem[] {
  if (clozeFieldsIn(template[side], type).length > 0) return [];
  const effect =
    side === 'front' ? t`so its cards hide nothing` : t`so the answer is never shown in its place`;
  return [
    {
      place: { kind: 'side', slot: template.slot, side },
      severity: side === 'front' ? 'error' : 'warning',
      what: t`The ${side} shows no field through cloze:, ${effect}.`,
      kept: t`The template is kept.`,
      todo: t`Write cloze: before the field with the deletions, as in {{cloze:Text}}.`,
    },
  ];
}

function sideProblems(
  { slot, ...template }: CardTemplate,
  side: CardSide,
  type: NoteType,
): NoteTypeProblem[] {
  const place = { kind: 'side', slot, side } as const;
  const severity = 'error' as const;
  const { nodes, problems } = parsedTemplate(template[side]);
  const fields = fieldsByName(type);
  const unknown = new Set(unknownNames(nodes, (name) => fields.has(nameKey(name))));
  return [
    ...problems.map(({ offset, ...problem }) => ({
      ...problem,
      severity,
      place: { ...place, offset },
    })),
    ...[...unknown].map((name) => ({
      place,
      severity,
      what: t`There is no field called ${name}.`,
      kept: t`The card says so where the field would be.`,
      todo: t`Change the name, or add a field called ${name}.`,
    })),
  ];
}

function unknownNames(
  nodes: readonly TemplateNode[],
  isField: (name: string) => boolean,
): string[] {
  const isKnown = (name: string): boolean => isField(name) || SPECIAL_NAMES.includes(name);
  return nodes.flatMap((node) => {
    if (node.kind === 'replacement') return isKnown(node.name) ? [] : [node.name];
    if (node.kind !== 'conditional') return [];
    const { name, children } = node;
    const own = isKnown(name) || cardNumberIn(name) !== undefined ? [] : [name];
    return [...own, ...unknownNames(children, isField)];
  });
}
