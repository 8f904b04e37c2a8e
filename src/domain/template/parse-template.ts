import { t } from '../../kernel/texts.ts';
import {
  type TemplateProblem,
  type TemplateToken,
  templateTokens,
} from './language/template-tokens.ts';

export type { TemplateProblem };

/** A piece of a template. `inner` is what stands between the braces as written. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | FieldReplacement
  | Conditional
  /** {{!…}}: shows nothing. */
  | { readonly kind: 'comment'; readonly inner: string }
  /** {{=<% %>=}} at the very beginning: from here on <% %> stand for the braces. */
  | { readonly kind: 'delimiters'; readonly text: string };

/** {{filter:filter:Name}}; filters in the order written, the last one applied first. */
export interface FieldReplacement {
  readonly kind: 'replacement';
  readonly filters: readonly string[];
  readonly name: string;
  readonly inner?: string;
}

/** {{#Name}}…{{/Name}}, or {{^Name}}…{{/Name}} when negated. */
export interface Conditional {
  readonly kind: 'conditional';
  readonly name: string;
  readonly negated: boolean;
  readonly children: readonly TemplateNode[];
  readonly inner?: string;
  readonly closingInner?: string;
}

export interface ParsedTemplate {
  readonly nodes: readonly TemplateNode[];
  readonly problems: readonly TemplateProblem[];
}

/** Sections deeper than this are text: no card needs them, and it bounds every walk. */
const MAX_DEPTH = 100;

/**
 * Reads a template in Anki's language. HTML comments are text, whatever they hold. What cannot be
 * read is a problem and stays text, so printing gives back the template as it was. Never throws;
 * takes time in proportion to the length.
 */
export function parseTemplate(template: string): ParsedTemplate {
  const { tokens, problems } = templateTokens(template);
  const pairs = pairSections(tokens, problems);
  const root: TemplateNode[] = [];
  const open: { nodes: TemplateNode[]; token: TemplateToken }[] = [];
  const add = (node: TemplateNode): void => {
    const nodes = open.at(-1)?.nodes ?? root;
    const last = nodes.at(-1);
    if (node.kind !== 'text' || last?.kind !== 'text') nodes.push(node);
    else nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
  };
  for (const token of tokens) {
    const { kind, text, inner, name } = token;
    if (kind === 'replacement') add({ kind, filters: token.filters, name, inner });
    else if (kind === 'comment') add({ kind, inner });
    else if (kind === 'delimiters') add({ kind, text });
    else if (!pairs.has(token)) add({ kind: 'text', text });
    else if (kind === 'open') open.push({ nodes: [], token });
    else {
      const section = open.pop();
      if (section === undefined) continue;
      const { negated, inner: opening } = section.token;
      const children = section.nodes;
      add({ kind: 'conditional', name, negated, children, inner: opening, closingInner: inner });
    }
  }
  return { nodes: root, problems: problems.sort((a, b) => a.offset - b.offset) };
}

/** The opening and closing tags that belong together; problems for all others. */
function pairSections(
  tokens: readonly TemplateToken[],
  problems: TemplateProblem[],
): ReadonlySet<TemplateToken> {
  const pairs = new Set<TemplateToken>();
  const open: TemplateToken[] = [];
  const openByName = new Map<string, number>();
  const reported = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string, by: number): number => {
    const sum = (counts.get(name) ?? 0) + by;
    counts.set(name, sum);
    return sum;
  };
  for (const token of tokens) {
    const { name, offset } = token;
    if (token.kind === 'open') {
      if (open.length >= MAX_DEPTH) problems.push(tooDeep(token));
      open.push(token);
      count(openByName, name, 1);
    } else if (token.kind === 'close') {
      if ((openByName.get(name) ?? 0) === 0) {
        if ((reported.get(name) ?? 0) > 0) count(reported, name, -1);
        else problems.push(notOpen(name, offset));
        continue;
      }
      const last = open.at(-1);
      if (last !== undefined && last.name !== name) problems.push(wrongOrder(token, last));
      for (let section = open.pop(); section !== undefined; section = open.pop()) {
        count(openByName, section.name, -1);
        if (section.name !== name) {
          count(reported, section.name, 1);
          continue;
        }
        if (open.length < MAX_DEPTH) pairs.add(section).add(token);
        break;
      }
    }
  }
  for (const section of open) problems.push(notClosed(section));
  return pairs;
}

function notOpen(name: string, offset: number): TemplateProblem {
  return {
    offset,
    what: t`{{/${name}}} closes a section that is not open.`,
    kept: t`It is shown as written.`,
    todo: t`Take it out, or write {{#${name}}} where the section begins.`,
  };
}

function wrongOrder({ name, offset }: TemplateToken, inner: TemplateToken): TemplateProblem {
  return {
    offset,
    what: t`{{/${name}}} stands before the section of ${inner.name} inside it is closed.`,
    kept: t`The section of ${name} ends here; the marks of ${inner.name} are shown as written.`,
    todo: t`Write {{/${inner.name}}} before {{/${name}}}.`,
  };
}

function notClosed({ name, offset, negated }: TemplateToken): TemplateProblem {
  return {
    offset,
    what: t`The section {{${negated ? '^' : '#'}${name}}} is not closed.`,
    kept: t`Its mark is shown as written, and what follows it is always shown.`,
    todo: t`Write {{/${name}}} where the section ends.`,
  };
}

function tooDeep({ name, offset }: TemplateToken): TemplateProblem {
  return {
    offset,
    what: t`The section of ${name} lies more than ${MAX_DEPTH} sections deep.`,
    kept: t`Its marks are shown as written.`,
    todo: t`Move it out of the sections around it.`,
  };
}
