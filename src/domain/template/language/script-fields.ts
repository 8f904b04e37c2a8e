import type { TemplateNode } from '../parse-template.ts';
import { parsedTemplate } from './parsed.ts';
import { nameKey } from './template-names.ts';

/** Elements whose content nobody reads: a script gets it. */
const UNREAD = /<(\/?)(script|template|textarea|select)\b/gi;

/** What a template does with names, by their keys. */
interface NamesIn {
  readonly read: ReadonlySet<string>;
  /** In the order in which they come. */
  readonly handedToScripts: ReadonlySet<string>;
}

/**
 * The names that only scripts get, by side: neither side shows them to be read. In attributes they are
 * neither. The back leaves out what comes with {{FrontSide}}.
 */
export function namesOfScriptsAlone(
  front: string,
  back: string,
): { readonly front: readonly string[]; readonly back: readonly string[] } {
  if (front.search(UNREAD) === -1 && back.search(UNREAD) === -1) return NONE;
  const [asking, answering] = [namesIn(front), namesIn(back)];
  const alone = ({ handedToScripts }: NamesIn): string[] =>
    [...handedToScripts].filter((name) => !asking.read.has(name) && !answering.read.has(name));
  const onFront = alone(asking);
  const before = answering.read.has('FrontSide') ? onFront : [];
  return { front: onFront, back: alone(answering).filter((name) => !before.includes(name)) };
}

const NONE = { front: [], back: [] };

function namesIn(template: string): NamesIn {
  const read = new Set<string>();
  const handedToScripts = new Set<string>();
  let unread: string | undefined;
  let isInTag = false;
  const pass = (text: string): void => {
    for (const [, end, name = ''] of text.matchAll(UNREAD)) {
      if (unread === undefined && end === '') unread = name.toLowerCase();
      else if (end !== '' && unread === name.toLowerCase()) unread = undefined;
    }
    const [opened, closed] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
    if (opened !== closed) isInTag = opened > closed;
  };
  const visit = (node: TemplateNode): void => {
    if (node.kind === 'text') pass(node.text);
    else if (node.kind === 'conditional') node.children.forEach(visit);
    else if (node.kind !== 'replacement') return;
    else if (unread !== undefined) handedToScripts.add(nameKey(node.name));
    else if (!isInTag) read.add(nameKey(node.name));
  };
  parsedTemplate(template).nodes.forEach(visit);
  return { read, handedToScripts };
}
