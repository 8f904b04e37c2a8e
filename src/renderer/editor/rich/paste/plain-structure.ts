import type { JSONContent } from '@tiptap/core';
import { paragraph } from '../html/read/lines.ts';

/**
 * Pasted blocks in the manner of a field: paragraphs become bare lines, elements around them come
 * apart, and of several empty lines in a row one stays, none at either end. At least one block.
 */
export function plainStructure(blocks: readonly JSONContent[]): JSONContent[] {
  const lines = blocks.flatMap(plainBlock);
  const kept = lines.filter((line, index) => {
    if (!isEmpty(line)) return true;
    const next = lines.slice(index + 1).find((other) => !isEmpty(other));
    const before = lines[index - 1];
    return before !== undefined && !isEmpty(before) && next !== undefined;
  });
  return kept.length > 0 ? kept : [paragraph([])];
}

function plainBlock(block: JSONContent): JSONContent[] {
  const content = block.content ?? [];
  switch (block.type) {
    case 'paragraph':
      return splitAtBreaks(content).map((line) => paragraph(isBlank(line) ? [] : line));
    case 'group':
      return content.flatMap(plainBlock);
    case 'listItem':
    case 'tableCell':
    case 'tableHeader':
    case 'blockquote':
      return [{ ...block, content: plainStructure(content) }];
    case 'bulletList':
    case 'orderedList':
    case 'table':
    case 'tableRow':
      return [{ ...block, content: content.flatMap(plainBlock) }];
    default:
      return [block];
  }
}

function splitAtBreaks(content: readonly JSONContent[]): JSONContent[][] {
  const lines: JSONContent[][] = [[]];
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function isBlank(content: readonly JSONContent[]): boolean {
  return content.every(({ type, text }) => type === 'text' && /^[\s\u00a0]*$/.test(text ?? ''));
}

function isEmpty({ type, content }: JSONContent): boolean {
  return type === 'paragraph' && (content ?? []).length === 0;
}
