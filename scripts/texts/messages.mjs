import { parseSync } from 'vite';

/**
 * The texts of a file and what a build makes of them: one reader for the catalogue and for the build, so
 * that neither knows a text that the other does not.
 */

const GATES = new Set(['t', 'phrase', 'plural']);

/**
 * Every text of a file, in the order in which they stand there. Of `plural` the key is both forms.
 * @param {string} path
 * @param {string} code
 */
export function messagesIn(path, code) {
  if (!/\b(?:t|phrase)`|\bplural\(/.test(code)) return [];
  const { program, errors } = parseSync(path, code, { astType: 'ts' });
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found = [];
  visit(program, (node) => {
    const message = messageOf(node, code);
    if (message) found.push({ ...message, start: node.start, end: node.end });
  });
  return found;
}

function messageOf(node, code) {
  const source = ({ start, end }) => code.slice(start, end);
  if (node.type === 'TaggedTemplateExpression' && GATES.has(node.tag.name)) {
    const { quasis, expressions } = node.quasi;
    const values = [];
    const begun = [];
    let key = quasis[0].value.cooked;
    expressions.forEach((each, place) => {
      if (each.type === 'Identifier' && each.name === 'END') key += `</${begun.pop()}>`;
      else {
        const isBegun = each.type === 'CallExpression' && each.callee.name === 'begin';
        if (isBegun) begun.push(values.length);
        key += isBegun ? `<${values.length}>` : `{${values.length}}`;
        values.push(each);
      }
      key += quasis[place + 1].value.cooked;
    });
    return { kind: node.tag.name, key, values: values.map(source), nodes: values };
  }
  if (node.type !== 'CallExpression' || node.callee.name !== 'plural') return undefined;
  const [number, one, other, filled] = node.arguments;
  const first = textOf(one);
  const last = other === undefined ? `${first}s` : textOf(other);
  if (first === undefined || last === undefined) return undefined;
  const names = (filled?.properties ?? []).map(({ key }) => key.name ?? key.value);
  return { kind: 'plural', key: `${first} | ${last}`, names, number, filled };
}

function textOf(node) {
  if (node?.type === 'Literal') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0
    ? node.quasis[0].value.cooked
    : undefined;
}

/**
 * The file as a build in a language has it: `said` answers what a text is there, undefined where it is
 * not translated. What is English becomes a plain template, which costs nothing.
 * @param {string} path
 * @param {string} code
 * @param {(key: string, kind: string) => string | Record<string, string> | undefined} said
 */
export function compiled(path, code, said) {
  const messages = messagesIn(path, code);
  // Those within others first: what is around takes them as they have become.
  const edits = [];
  const within = (start, end) => {
    let text = '';
    let at = start;
    for (const edit of edits.filter(
      (each) => each.start >= start && each.end <= end && each.isOuter,
    )) {
      text += code.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + code.slice(at, end);
  };
  for (const message of [...messages].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const text = rewritten(message, said(message.key, message.kind), within);
    if (text === undefined) continue;
    for (const edit of edits) {
      if (edit.start >= message.start && edit.end <= message.end) edit.isOuter = false;
    }
    edits.push({ start: message.start, end: message.end, text, isOuter: true });
    edits.sort((a, b) => a.start - b.start);
  }
  return edits.length === 0 ? undefined : within(0, code.length);
}

function rewritten(message, text, within) {
  const source = within(message.start, message.end);
  if (message.kind === 'plural') {
    if (text === undefined) return undefined;
    const made = [message.number, message.filled].map(
      (node) => node && within(node.start, node.end),
    );
    const values = made[1] === undefined ? '' : `, ${made[1]}`;
    return `pluralIn(${made[0]}, ${JSON.stringify(text)}${values})`;
  }
  if (message.kind === 't' && text === undefined) return source.slice(source.indexOf('`'));
  const parts = String(text ?? message.key).split(/(<\/?\d+>|\{\d+\})/);
  const nodeOf = (part) => message.nodes[Number(part.replace(/\D/g, ''))];
  const madeOf = (part) => within(nodeOf(part).start, nodeOf(part).end);
  if (message.kind === 't') {
    const template = parts.map((part, place) =>
      place % 2 === 0 ? part.replace(/[\\`]|\$\{/g, '\\$&') : `\${${madeOf(part)}}`,
    );
    return `\`${template.join('')}\``;
  }
  return asChildren(parts, madeOf, (part) => nodeOf(part).arguments[0], within);
}

/** What `phrase` makes of its words while the program runs, as the list that it comes to. */
function asChildren(parts, madeOf, elementOf, within) {
  const open = [{ words: [] }];
  for (const [place, part] of parts.entries()) {
    if (place % 2 === 0) {
      if (part !== '') open.at(-1).words.push(JSON.stringify(part));
    } else if (part.startsWith('{')) open.at(-1).words.push(madeOf(part));
    else if (!part.startsWith('</')) open.push({ words: [], element: elementOf(part) });
    else {
      const { words, element } = open.pop();
      const [type, props, ...rest] = element?.arguments ?? [];
      // Not an element that the compiler of JSX has made: it is put together while the program runs.
      if (props?.type !== 'ObjectExpression') return undefined;
      const made = (node) => within(node.start, node.end);
      const others = props.properties.map(made);
      const children = `children: ${words.length === 1 ? words[0] : `[${words.join(', ')}]`}`;
      const call = [made(type), `{ ${[...others, children].join(', ')} }`, ...rest.map(made)];
      open.at(-1).words.push(`${made(element.callee)}(${call.join(', ')})`);
    }
  }
  return open.length === 1 ? `[${open[0].words.join(', ')}]` : undefined;
}

function visit(node, tell) {
  tell(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') visit(child, tell);
    }
  }
}
