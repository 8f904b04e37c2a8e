/** What KaTeX hands to a macro that is a function. */
interface MacroContext {
  consumeArgs(count: number): unknown;
}

/** Takes its arguments and draws nothing. */
function nothing(args: number) {
  return (context: MacroContext): string => {
    context.consumeArgs(args);
    return '';
  };
}

/** Commands that MathJax's usual packages have and KaTeX has not, by what KaTeX has. */
export const MATHJAX_MACROS: Readonly<Record<string, unknown>> = {
  '\\mbox': '\\text{#1}',
  '\\cancelto': '{\\cancel{#2}}^{#1}',
  '\\prescript': '{\\vphantom{#3}}^{#1}_{#2}{#3}',
  '\\sideset': '\\mathop{\\vphantom{#3}#1{#3}#2}',
  '\\overunderset': '\\overset{#1}{\\underset{#2}{#3}}',
  '\\stackbin': '\\mathbin{\\overset{#1}{#2}}',
  '\\iiiint': '\\int\\!\\!\\int\\!\\!\\int\\!\\!\\int',
  '\\idotsint': '\\int\\cdots\\int',
  '\\intertext': '\\text{#1}\\\\',
  '\\shoveleft': '#1',
  '\\shoveright': '#1',
  '\\skew': '\\mskip0mu{}#2{#3}\\@gobbled{#1}',
  '\\@gobbled': nothing(1),
  '\\strut': '\\vphantom{(}',
  '\\textsc': '\\text{#1}',
  '\\textsl': '\\textit{#1}',
  '\\mathmakebox': '#1',
  '\\framebox': '\\fbox{#1}',
  '\\ensuremath': '#1',
  '\\label': nothing(1),
  '\\require': nothing(1),
  '\\uproot': nothing(1),
  '\\leftroot': nothing(1),
  '\\ref': '\\text{(#1)}',
  '\\eqref': '\\text{(#1)}',
  '\\hfil': '\\quad',
  '\\hfill': '\\quad',
  '\\Tiny': '\\tiny',
  '\\scr': '\\mathscr',
  '\\mit': '\\mathit',
  '\\oldstyle': '',
  '\\mathup': '\\mathrm',
  '\\mathbfup': '\\mathbf',
  '\\mathsfup': '\\mathsf',
  '\\symbf': '\\mathbf',
  '\\mathbfcal': '\\boldsymbol{\\mathcal{#1}}',
  '\\mathbffrak': '\\boldsymbol{\\mathfrak{#1}}',
  '\\mathbfscr': '\\boldsymbol{\\mathscr{#1}}',
  '\\mspace': '\\mskip#1',
  '\\Rule': '\\rule[-#3]{#1}{#2}',
  '\\Space': '\\hspace{#1}\\rule[-#3]{0em}{#2}',
  '\\underparen': '\\undergroup{#1}',
  '\\overparen': '\\overgroup{#1}',
  '\\iddots': '\\mathinner{⋰}',
  '\\celsius': '{}^{\\circ}\\mathrm{C}',
  '\\micro': '\\text{µ}',
  '\\ohm': '\\Omega',
  '\\perthousand': '\\text{‰}',
  '\\textdegree': '{}^{\\circ}',
  '\\euro': '\\text{€}',
  // They name or style an element of the page, which no formula may.
  '\\class': '\\@second{#1}{#2}',
  '\\cssId': '\\@second{#1}{#2}',
  '\\style': '\\@second{#1}{#2}',
  '\\data': '\\@second{#1}{#2}',
  '\\mmlToken': '\\@second{#1}{#2}',
  '\\@second': '\\@gobbled{#1}#2',
};

const ENVIRONMENTS: Readonly<Record<string, readonly [string, string]>> = {
  eqnarray: ['\\begin{array}{rcl}', '\\end{array}'],
  multline: ['\\begin{gathered}', '\\end{gathered}'],
  flalign: ['\\begin{aligned}', '\\end{aligned}'],
  math: ['', ''],
  displaymath: ['', ''],
  empheq: ['\\begin{aligned}', '\\end{aligned}'],
};
/** What KaTeX takes in a formula on its own line only, as it takes them within a line. */
const WITHIN_A_LINE: Readonly<Record<string, readonly [string, string]>> = {
  align: ['\\begin{aligned}', '\\end{aligned}'],
  alignat: ['\\begin{alignedat}', '\\end{alignedat}'],
  gather: ['\\begin{gathered}', '\\end{gathered}'],
  equation: ['', ''],
};
const STRIKES: Readonly<Record<string, string>> = {
  updiagonalstrike: '\\cancel',
  downdiagonalstrike: '\\bcancel',
  horizontalstrike: '\\sout',
  top: '\\overline',
  bottom: '\\underline',
};
const GROUP = String.raw`(\{[^{}]*\}|\\[a-zA-Z]+|[^\s\\{}])`;

/**
 * A formula as KaTeX reads it: environments, plain TeX and what takes its arguments in ways that no
 * macro can. Where nothing of it is in `tex`, it is the same; time in proportion to the length.
 */
export function asKatex(tex: string, isDisplay: boolean): string {
  if (!/\\[a-zA-Z]{3}/.test(tex)) return tex;
  return withBraces(tex)
    .replace(/\\(begin|end)\{xx?alignat(\*?)\}/g, '\\$1{alignat$2}')
    .replace(/\\(begin|end)\{([a-z]{3,12})\*?\}/g, (whole, side, name) => {
      const pair = ENVIRONMENTS[name] ?? (isDisplay ? undefined : WITHIN_A_LINE[name]);
      return pair ? pair[side === 'begin' ? 0 : 1] : whole;
    })
    .replace(/\\unicode(?:\[[^\]]*\]){0,2}\{(x?)([\da-fA-F]{1,6})\}/g, (_, hex, code) =>
      hex ? `\\char"${code.toUpperCase()} ` : `\\char${code} `,
    )
    .replace(/\\bbox(?:\[[^\]]*\])?(?=\s*\{)/g, '')
    .replace(
      /\\enclose\{([^{}]*)\}(?:\[[^\]]*\])?/g,
      (_, kind) => STRIKES[kind.trim()] ?? '\\boxed',
    )
    .replace(
      /\\DeclareMathOperator(\*?)\s*\{?(\\[a-zA-Z]+)\}?\s*\{([^{}]*)\}/g,
      '\\def$2{\\operatorname$1{$3}}',
    )
    .replace(
      new RegExp(`\\\\root(?![a-zA-Z])\\s*${GROUP}\\s*\\\\of\\s*${GROUP}`, 'g'),
      '\\sqrt[$1]{$2}',
    )
    .replace(
      new RegExp(`\\\\buildrel\\s*${GROUP}\\s*\\\\over\\s*${GROUP}`, 'g'),
      '\\overset{$1}{$2}',
    )
    .replace(
      /\\(raise|lower)\s*(-?[\d.]+(?:pt|em|ex|px|mu))\s*(\{[^{}]*\})/g,
      (_, way, by, what) => {
        const length = way === 'raise' ? by : `-${by}`.replace(/^--/, '');
        return `\\raisebox{${length}}{$${what}$}`;
      },
    );
}

const BRACED: Readonly<Record<string, string>> = {
  matrix: 'matrix',
  pmatrix: 'pmatrix',
  cases: 'cases',
  eqalign: 'aligned',
  displaylines: 'gathered',
};

/** `\pmatrix{a & b \cr c & d}` of plain TeX as an environment. */
function withBraces(tex: string): string {
  if (!/\\(?:p?matrix|cases|eqalign|displaylines)\s*\{/.test(tex)) return tex;
  const open: (string | undefined)[] = [];
  let name: string | undefined;
  return tex.replace(
    /\\(p?matrix|cases|eqalign|displaylines)(\s*)(?=\{)|\\[^a-zA-Z]|\\[a-zA-Z]+|[{}]/g,
    (piece, braced: string | undefined) => {
      if (braced !== undefined) {
        name = BRACED[braced];
        return '';
      }
      if (piece === '{') {
        open.push(name);
        const begun = name;
        name = undefined;
        return begun === undefined ? piece : `\\begin{${begun}}`;
      }
      if (piece !== '}') return piece;
      const ended = open.pop();
      return ended === undefined ? piece : `\\end{${ended}}`;
    },
  );
}
