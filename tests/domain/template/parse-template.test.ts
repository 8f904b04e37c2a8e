import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTemplate, type TemplateNode } from '../../../src/domain/template/parse-template.ts';
import { printTemplate } from '../../../src/domain/template/print-template.ts';
import { renameFieldIn } from '../../../src/domain/template/rename-field.ts';
import { anyTemplate, anyText } from './hostile.ts';

const faults = (template: string) =>
  parseTemplate(template).problems.map(({ offset, what }) => `${offset}: ${what}`);

describe('reading and printing', () => {
  test('[TEMPLATE-6] a template is text, replacements with filters, and sections', () => {
    expect(parseTemplate('<b>{{text:cloze:A b}}</b>{{#C}}x{{^D}}y{{/D}}{{/C}}').nodes).toEqual([
      { kind: 'text', text: '<b>' },
      { kind: 'replacement', filters: ['text', 'cloze'], name: 'A b', inner: 'text:cloze:A b' },
      { kind: 'text', text: '</b>' },
      {
        kind: 'conditional',
        name: 'C',
        negated: false,
        inner: '#C',
        closingInner: '/C',
        children: [
          { kind: 'text', text: 'x' },
          {
            kind: 'conditional',
            name: 'D',
            negated: true,
            inner: '^D',
            closingInner: '/D',
            children: [{ kind: 'text', text: 'y' }],
          },
        ],
      },
    ]);
  });

  test('[TEMPLATE-6] spaces and line breaks in a tag do not count, and are printed again', () => {
    const template = '{{ A }}{{\ntext : A}}{{# B }}x{{/B}}{{ /B}}';
    const { nodes, problems } = parseTemplate('{{ A }}{{\ntext : A}}{{# B }}x{{/ B}}');
    expect(problems).toEqual([]);
    expect(nodes).toMatchObject([
      { name: 'A', filters: [] },
      { name: 'A', filters: ['text'] },
      { name: 'B', negated: false },
    ]);
    expect(printTemplate(parseTemplate(template).nodes)).toBe(template);
  });

  test('[TEMPLATE-6] any text, read and printed, is the same text, and reads the same again', () => {
    let sections = 0;
    fc.assert(
      fc.property(fc.oneof(anyText, anyTemplate), (template) => {
        const parsed = parseTemplate(template);
        expect(printTemplate(parsed.nodes)).toBe(template);
        expect(parseTemplate(printTemplate(parsed.nodes))).toEqual(parsed);
        if (parsed.nodes.some(({ kind }) => kind === 'conditional')) sections++;
        for (const { offset } of parsed.problems) {
          expect(template.slice(offset)).toMatch(/^(\{\{|<%)/);
        }
      }),
      { numRuns: 1000 },
    );
    expect(sections).toBeGreaterThan(50);
  });

  const name = fc.constantFrom('A', 'Field two', 'β', 'c1');
  const filters = fc.array(fc.constantFrom('text', 'cloze', 'tts en_US', 'type'), { maxLength: 3 });
  const { nodes: anyNodes } = fc.letrec<{ nodes: TemplateNode[] }>((tie) => ({
    nodes: fc.array(
      fc.oneof(
        { maxDepth: 4 },
        fc.record({ kind: fc.constant('replacement' as const), filters, name }),
        fc.record({ kind: fc.constant('comment' as const), inner: fc.constant('! x ') }),
        fc.record({
          kind: fc.constant('conditional' as const),
          name,
          negated: fc.boolean(),
          children: tie('nodes'),
        }),
      ),
      { maxLength: 4 },
    ),
  }));
  const bare = (nodes: readonly TemplateNode[]): unknown[] =>
    nodes.map((node) => {
      if (node.kind === 'replacement') return [node.filters, node.name];
      if (node.kind === 'conditional') return [node.name, node.negated, bare(node.children)];
      return node;
    });

  test('[TEMPLATE-6] nodes made by hand, printed and read, are the same nodes', () => {
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        const parsed = parseTemplate(printTemplate(nodes));
        expect(parsed.problems).toEqual([]);
        expect(bare(parsed.nodes)).toEqual(bare(nodes));
        const angled = printTemplate([{ kind: 'delimiters', text: '{{=<% %>=}}' }, ...nodes]);
        expect(angled.slice('{{=<% %>=}}'.length)).not.toContain('{{');
        expect(bare(parseTemplate(angled).nodes).slice(1)).toEqual(bare(nodes));
      }),
      { numRuns: 200 },
    );
  });
});

describe('what cannot be read', () => {
  test('[TEMPLATE-7] each fault has its place, and stays as text', () => {
    expect(faults('a {{B')).toEqual(['2: {{ opens here and is not closed.']);
    expect(faults('{{A {{B}}')).toEqual(['0: {{ opens here and is not closed.']);
    expect(faults('x{{}} {{ text: }}{{#}}')).toEqual([
      '1: No field is named between {{ and }}.',
      '6: No field is named between {{ and }}.',
      '17: No field is named between {{ and }}.',
    ]);
    expect(faults('x{{/A}}')).toEqual(['1: {{/A}} closes a section that is not open.']);
    expect(faults('x{{#A}}y{{^A}}z{{/A}}')).toEqual(['1: The section {{#A}} is not closed.']);
    expect(parseTemplate('{{A {{B}}').nodes).toMatchObject([
      { kind: 'text', text: '{{A ' },
      { kind: 'replacement', name: 'B' },
    ]);
  });

  test('[TEMPLATE-7] sections closed in the wrong order are one fault, and the outer one works', () => {
    const template = '{{#A}}1{{#B}}2{{/A}}3{{/B}}4';
    expect(faults(template)).toEqual([
      `${template.indexOf('{{/A}}')}: {{/A}} stands before the section of B inside it is closed.`,
    ]);
    expect(parseTemplate(template).nodes).toMatchObject([
      { kind: 'conditional', name: 'A', children: [{ kind: 'text', text: '1{{#B}}2' }] },
      { kind: 'text', text: '3{{/B}}4' },
    ]);
    expect(faults(`${template}{{/B}}`)).toHaveLength(2);
  });

  test('[TEMPLATE-7] sections more than a hundred deep are text', () => {
    const deep = `${'{{#A}}'.repeat(101)}x${'{{/A}}'.repeat(101)}`;
    const { problems, nodes } = parseTemplate(deep);
    expect(problems).toHaveLength(1);
    expect(printTemplate(nodes)).toBe(deep);
    expect(JSON.stringify(nodes)).toContain('"text":"{{#A}}x{{/A}}"');
  });

  test('[TEMPLATE-7] every fault says what happened, what was kept and what to do', () => {
    for (const template of ['{{', '{{}}', '{{/A}}', '{{#A}}', '{{#A}}{{#B}}{{/A}}']) {
      for (const { what, kept, todo } of parseTemplate(template).problems) {
        for (const sentence of [what, kept, todo]) expect(sentence).toMatch(/^\S.*\.$/);
      }
      expect(parseTemplate(template).problems).not.toEqual([]);
    }
  });
});

describe('other marks', () => {
  test('[TEMPLATE-8] an HTML comment is text, whatever it holds', () => {
    const template = '<!-- {{A}} {{#B}} {{ -->{{A}}';
    expect(parseTemplate(template)).toMatchObject({
      nodes: [
        { kind: 'text', text: '<!-- {{A}} {{#B}} {{ -->' },
        { kind: 'replacement', name: 'A' },
      ],
      problems: [],
    });
    expect(parseTemplate('<!-- {{A}}').nodes).toMatchObject([
      { kind: 'text' },
      { kind: 'replacement', name: 'A' },
    ]);
  });

  test('[TEMPLATE-8] {{!…}} is a comment', () => {
    expect(parseTemplate('a{{! {b} #c }}d').nodes).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'comment', inner: '! {b} #c ' },
      { kind: 'text', text: 'd' },
    ]);
  });

  test('[TEMPLATE-8] a template that begins with {{=<% %>=}} has <% %> for braces', () => {
    const template = '\n {{=<% %>=}}\n<%A%> {{A}} <%#B%>x<%/B%>';
    expect(parseTemplate(template)).toMatchObject({
      nodes: [
        { kind: 'delimiters' },
        { kind: 'text', text: '\n' },
        { kind: 'replacement', name: 'A' },
        { kind: 'text', text: ' {{A}} ' },
        { kind: 'conditional', name: 'B' },
      ],
      problems: [],
    });
    expect(printTemplate(parseTemplate(template).nodes)).toBe(template);
    expect(faults('{{=<% %>=}}<%A')).toEqual(['11: <% opens here and is not closed.']);
  });
});

describe('renaming a field', () => {
  test('[TEMPLATE-28] every place that names it names it anew, and nothing else changes', () => {
    const template =
      'A {{ A }}{{text:hint: A}}{{#A}}{{^B}}{{A}}{{/B}}{{/ A }}{{AA}}{{A:B}}<!--{{A}}-->';
    expect(renameFieldIn(template, 'A', 'New A')).toBe(
      'A {{ New A }}{{text:hint: New A}}{{#New A}}{{^B}}{{New A}}{{/B}}{{/ New A }}{{AA}}{{A:B}}<!--{{A}}-->',
    );
    expect(renameFieldIn('{{=<% %>=}}<%A%>{{A}}', 'A', 'B')).toBe('{{=<% %>=}}<%B%>{{A}}');
    // A name is the same however its letters are composed, as on a card.
    expect(renameFieldIn('{{#U\u0308ber}}{{text:U\u0308ber}}{{/U\u0308ber}}', 'Über', 'On')).toBe(
      '{{#On}}{{text:On}}{{/On}}',
    );
  });

  test('[TEMPLATE-28] renamed there and back, a template is as it was', () => {
    fc.assert(
      fc.property(anyText, (template) => {
        const there = renameFieldIn(template, 'A', 'Zed');
        expect(renameFieldIn(there, 'Zed', 'A')).toBe(template);
      }),
      { numRuns: 200 },
    );
  });
});
