/** What programs put on the clipboard, in their manner, and what a field should hold after it. */
export const CLIPBOARDS: readonly {
  readonly rule: string;
  readonly name: string;
  readonly forms: Readonly<Record<string, string>>;
  readonly html: string;
}[] = [
  {
    rule: 'E20',
    name: 'Word: formatting stays, fonts, classes, o:p and conditional comments go',
    forms: {
      'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-US style='font-size:14.0pt;
font-family:"Times New Roman",serif;color:#C00000'>Natalizumab</span></b><span style='font-size:11.0pt'> binds
<i>α4</i>-integrin; CD4<sup>+</sup> and H<sub>2</sub>O.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal style='background:yellow;mso-highlight:yellow'>Second <u>line</u>.<o:p></o:p></p>
<!--EndFragment--></body></html>`,
    },
    html: '<b><span style="color: rgb(192, 0, 0);">Natalizumab</span></b> binds <i>α4</i>-integrin; CD4<sup>+</sup> and H<sub>2</sub>O.<br><br>Second <u>line</u>.',
  },
  {
    rule: 'E20',
    name: 'Word: paragraphs that look like lists become lists, nested and numbered',
    forms: {
      'text/html': `<body><!--StartFragment-->
<p class=MsoNormal>Risks:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><b>JCV</b> antibodies<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><!--[endif]-->index over 1.5<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><!--[endif]-->duration<o:p></o:p></p>
<p class=MsoNormal>Steps:<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><!--[endif]-->stop<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><!--[endif]-->MRI<o:p></o:p></p>
<!--EndFragment--></body>`,
    },
    html: 'Risks:<ul><li><b>JCV</b> antibodies<ul><li>index over 1.5</li></ul></li><li>duration</li></ul>Steps:<ol><li>stop</li><li>MRI</li></ol>',
  },
  {
    rule: 'E20',
    name: 'Word: a table keeps its cells and nothing else',
    forms: {
      'text/html': `<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=150 valign=top style='width:112.7pt;border:solid windowtext 1.0pt'><p class=MsoNormal><b>Drug<o:p></o:p></b></p></td>
<td width=150 colspan=2 style='background:#DDD'><p class=MsoNormal>Dose<o:p></o:p></p><p class=MsoNormal>in mg<o:p></o:p></p></td></tr></table>`,
    },
    html: '<table><tbody><tr><td><b>Drug</b></td><td colspan="2">Dose<br>in mg</td></tr></tbody></table>',
  },
  {
    rule: 'E21',
    name: 'Google Docs: the false bold around all goes, styles become tags',
    forms: {
      'text/html': `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:700;white-space:pre-wrap;">PML</span><span style="font-size:11pt;font-family:Arial;font-weight:400;font-style:italic;"> is rare</span><span style="font-size:0.6em;vertical-align:super;">1</span></p><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;font-size:11pt;" aria-level="1"><p dir="ltr" role="presentation"><span style="text-decoration:underline;">one</span></p></li><ul><li aria-level="2"><p role="presentation"><span>deeper</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`,
    },
    html: '<b>PML</b><i> is rare</i><sup>1</sup><ul><li><u>one</u><ul><li>deeper</li></ul></li></ul>',
  },
  {
    rule: 'E21',
    name: 'a web page: words, structure and links stay, everything else goes',
    forms: {
      'text/html': `<html><body><!--StartFragment--><article class="post" style="background:#eee;color:#333"><h2 id="x" style="font-size:30px">Natalizumab</h2>
<nav><a href="/home">Home</a></nav><script>alert(1)</script>
<div class="lead"><p style="color: rgb(51, 51, 51); font-family: Georgia;">An <a href="https://example.org/a" onclick="track()" class="l">antibody</a> against <a href="#cite">α4</a>.</p>
<p><span style="display:none">hidden</span>Given <strong>monthly</strong>.<button>Share</button></p></div>
<div><div><ol start="2"><li>first</li></ol></div></div><blockquote class="q"><p>said</p></blockquote><hr class="w"><p></p><p>&nbsp;</p></article><!--EndFragment--></body></html>`,
    },
    html: '<h2>Natalizumab</h2>An <a href="https://example.org/a">antibody</a> against α4.<br>Given <strong>monthly</strong>.<ol start="2"><li>first</li></ol><blockquote>said</blockquote><hr>',
  },
  {
    rule: 'E21',
    name: 'code from an editor: the words, without its colours',
    forms: {
      'text/html': `<meta charset='utf-8'><div style="color: #d4d4d4;background-color: #1e1e1e;font-family: Consolas;white-space: pre;"><div><span style="color: #569cd6;">const</span><span> x</span></div><div>y</div></div>`,
    },
    html: 'const x<br>y',
  },
  {
    rule: 'E22',
    name: 'PDF: lines that a page broke are joined, divided words made whole',
    forms: {
      'text/plain':
        'Natalizumab is a humanised monoclonal antibody against the alpha-4 re-\nceptor of lymphocytes. Its main risk is progressive multifocal leuko-\nencephalopathy, an infection of the brain that is caused by the JC virus.\nIt is given every four weeks.',
    },
    html: 'Natalizumab is a humanised monoclonal antibody against the alpha-4 receptor of lymphocytes. Its main risk is progressive multifocal leukoencephalopathy, an infection of the brain that is caused by the JC virus. It is given every four weeks.',
  },
  {
    rule: 'E22',
    name: 'PDF: hyphens that belong to a word stay, ligatures become letters',
    forms: {
      'text/plain':
        'The eﬀect on circulating T-\ncells was conﬁrmed in patients with anti-\nJCV antibodies and with COVID-\n19 pneumonia',
    },
    html: 'The effect on circulating T-cells was confirmed in patients with anti-JCV antibodies and with COVID-19 pneumonia',
  },
  {
    rule: 'E22',
    name: 'plain text: short lines, lists and empty lines stay',
    forms: { 'text/plain': 'Natalizumab\nOcrelizumab\n\n• one\n• two\n1. three\r\n' },
    html: 'Natalizumab<br>Ocrelizumab<br><br>• one<br>• two<br>1. three',
  },
  {
    rule: 'E22',
    name: 'plain text: lines that each begin anew stay, long as they are',
    forms: {
      'text/plain':
        'Natalizumab blocks the alpha-4 integrin on lymphocytes\nOcrelizumab depletes the CD20 positive B lymphocytes\nFingolimod keeps the lymphocytes in their lymph nodes',
    },
    html: 'Natalizumab blocks the alpha-4 integrin on lymphocytes<br>Ocrelizumab depletes the CD20 positive B lymphocytes<br>Fingolimod keeps the lymphocytes in their lymph nodes',
  },
  {
    rule: 'E22',
    name: 'PDF: the HTML of a page viewer is text broken into lines',
    forms: {
      'text/html':
        '<span style="left: 10%; top: 5%; font-size: 9px;" role="presentation" dir="ltr">the alpha-4 re-</span><br role="presentation"><span role="presentation">ceptor</span>',
      'text/plain': 'the alpha-4 re-\nceptor',
    },
    html: 'the alpha-4 receptor',
  },
  {
    rule: 'E22',
    name: 'plain text: signs of HTML are text, formulas are formulas',
    forms: { 'text/plain': 'a < b & <b>c</b> **d** {{c1::e}}' },
    html: 'a &lt; b &amp; &lt;b&gt;c&lt;/b&gt; **d** {{c1::e}}',
  },
  {
    rule: 'E30',
    name: 'Google Docs: coloured and highlighted words stay, ink and paper go',
    forms: {
      'text/html': `<b style="font-weight:normal;" id="docs-internal-guid-7"><p dir="ltr" style="color:#222"><span style="color:#000000;background-color:transparent;">PML is </span><span style="color:#ff0000;background-color:transparent;">rare</span><span style="color:#000000;background-color:#ffff00;font-weight:700;"> and grave</span><span style="color:#434343;background-color:#ffffff;">.</span></p></b>`,
    },
    html: 'PML is <span style="color: rgb(255, 0, 0);">rare</span><b><span style="background-color: rgba(255, 255, 0, 0.35);"> and grave</span></b>.',
  },
  {
    rule: 'E30',
    name: 'Word: a highlight and a font’s colour',
    forms: {
      'text/html': `<p class=MsoNormal style='color:black'><span style='background:yellow;mso-highlight:yellow'>Stop</span> at <span style='color:#00B050'>day 7</span>, <font color="#C00000">now</font>.<o:p></o:p></p>`,
    },
    html: '<span style="background-color: rgba(255, 255, 0, 0.35);">Stop</span> at <span style="color: rgb(0, 176, 80);">day 7</span>, <span style="color: rgb(192, 0, 0);">now</span>.',
  },
  {
    rule: 'E30',
    name: 'a page: <mark> is a highlight; links, headings, paper and code keep none of the page’s colours',
    forms: {
      'text/html': `<div style="background-color:#ffffcc;color:rgb(32,33,34)"><h2 style="color:#c00">Head</h2><p>a <mark>b</mark> <a href="https://example.org/" style="color:#06c">c</a> <code style="color:#d63384">d</code> <span style="color:red">e <span style="color:#000">f</span></span></p></div>`,
    },
    html: '<h2>Head</h2>a <span style="background-color: rgba(255, 208, 0, 0.35);">b</span> <a href="https://example.org/">c</a> <code>d</code> <span style="color: red;">e </span>f',
  },
  {
    rule: 'E31',
    name: 'KaTeX: its TeX, not the letters it draws',
    forms: {
      'text/html': `<p>So <span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">x^2 &lt; y</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span class="base"><span class="mord mathnormal">x</span><span class="msupsub"><span class="vlist">2</span></span></span></span></span> holds.</p><span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><semantics><mfrac><mn>1</mn><mi>k</mi></mfrac><annotation encoding="application/x-tex">\\frac{1}{k}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">1k</span></span></span>`,
    },
    html: 'So \\(x^2 &lt; y\\) holds.<br>\\[\\frac{1}{k}\\]',
  },
  {
    rule: 'E31',
    name: 'Wikipedia: the words of the picture, and the annotation, once',
    forms: {
      'text/html': `<p>Let <span class="mwe-math-element mwe-math-element-inline"><span class="mwe-math-mathml-inline mwe-math-mathml-a11y" style="display: none;"><math alttext="{\\displaystyle C_{0}e^{-kt}}"><semantics><mrow></mrow><annotation encoding="application/x-tex">{\\displaystyle C_{0}e^{-kt}}</annotation></semantics></math></span><img src="https://wikimedia.org/api/rest_v1/media/math/render/svg/abc" class="mwe-math-fallback-image-inline" aria-hidden="true" alt="{\\displaystyle C_{0}e^{-kt}}"></span> and <span class="mwe-math-element"><img src="https://wikimedia.org/api/rest_v1/media/math/render/svg/d" class="mwe-math-fallback-image-inline mw-invert" alt="{\\displaystyle k}"></span>.</p>`,
    },
    html: 'Let \\(C_{0}e^{-kt}\\) and \\(k\\).',
  },
  {
    rule: 'E31',
    name: 'MathJax 3: an annotation, and MathML without one as TeX',
    forms: {
      'text/html': `<p>a <mjx-container class="MathJax" jax="CHTML"><mjx-math><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml><math><semantics><msup><mi>e</mi><mi>x</mi></msup><annotation encoding="application/x-tex">e^{x}</annotation></semantics></math></mjx-assistive-mml></mjx-container> b <mjx-container class="MathJax" display="true"><mjx-math></mjx-math><mjx-assistive-mml><math display="block"><mfrac><mrow><mi>d</mi><mi>C</mi></mrow><mrow><mi>d</mi><mi>t</mi></mrow></mfrac><mo>=</mo><mo>−</mo><mi>k</mi><msub><mi>C</mi><mn>0</mn></msub><msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container></p>`,
    },
    html: 'a \\(e^{x}\\) b \\[\\frac{dC}{dt}=-k{C}_{0}{(x)}^{2}\\]',
  },
  {
    rule: 'E31',
    name: 'MathJax 2: the script’s TeX, in place of what was drawn of it',
    forms: {
      'text/html': `<p>a <span class="MathJax_Preview"></span><span class="MathJax"><nobr>x2</nobr><span class="MJX_Assistive_MathML"><math><msup><mi>x</mi><mn>2</mn></msup></math></span></span><script type="math/tex">x^{2}</script> b</p>`,
    },
    html: 'a \\(x^{2}\\) b',
  },
  {
    rule: 'E31',
    name: 'small figures that only a style raises',
    forms: {
      'text/html': `<p>10<span style="vertical-align: 4pt; font-size: 70%">6</span> H<span style="vertical-align:sub;font-size:smaller">2</span>O x<sup style="font-size:75%;vertical-align:baseline;position:relative;top:-.5em">2</sup></p>`,
    },
    html: '10<sup>6</sup> H<sub>2</sub>O x<sup>2</sup>',
  },
];
