import { type ParsedTemplate, parseTemplate } from '../parse-template.ts';

const MOST_KEPT = 500;
const kept = new Map<string, ParsedTemplate>();

/** parseTemplate, remembered: a few templates serve every note of a collection. */
export function parsedTemplate(template: string): ParsedTemplate {
  const known = kept.get(template);
  if (known !== undefined) return known;
  const parsed = parseTemplate(template);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(template, parsed);
  return parsed;
}
