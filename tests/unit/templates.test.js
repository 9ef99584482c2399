// Browsers that translate the page, such as Chrome, put <font> elements in the place of text nodes. Lit 3 then goes
// wrong in two ways (ChildPart in lit-html.js):
// - Where an expression gives a text again, Lit sets `data` of the node behind the expression's comment. That is a
//   <font> now, so the old text stays on the page.
// - What Lit inserts for an expression goes before the node that followed it in the template. If that was a text, it is
//   no longer on the page, and Lit throws. What Lit removes reaches to the end of the parent.
// So no expression gives a text as a child: texts are bound as `textContent` of elements. And no words follow an
// expression, except for span(), whose element stays. Translators leave white space alone.

import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const web = fileURLToPath(new URL('../../web', import.meta.url));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(web, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  web,
);

const SAMPLE = join(web, 'sample.js');
/** Each line has a fault. */
const FAULTS = `
  export const number = (count = 1) => html\`<p>\${count}</p>\`;
  export const text = (yes = true) => html\`<p>\${yes ? 'Yes.' : nothing}</p>\`;
  export const any = (/** @type {unknown} */ content) => html\`<p>\${content}</p>\`;
  export const list = (names = ['a']) => html\`<ul>\${names.map((name) => name)}</ul>\`;
  export const followed = (yes = true) => html\`<p>\${yes ? html\`<b>Yes</b>\` : nothing}, it is.</p>\`;
  export const changing = (yes = true) => html\`<p>\${span(yes ? 'Yes' : html\`<b>No</b>\`)}, it is.</p>\`;
`;
const GOOD = `
  export const bound = (count = 1) => html\`<p class=\${count} .textContent=\${count}></p>\`;
  export const sentence = (count = 1) => html\`<p>There are \${span(count)} of \${span(html\`<b>them</b>\`)}.</p>\`;
  export const optional = (yes = true) => html\`<p>It is \${yes ? html\`<b>so</b>\` : ''} </p>\`;
  export const templates = [1].map(() => html\`<p>\${[1].map(() => html\`<i></i>\`)} \${nothing}</p>\`);
`;

const sample = `import { html, nothing } from 'lit'; import { span } from './ui/span.js'; ${FAULTS} ${GOOD}`;
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists } = host;
host.fileExists = (/** @type {string} */ name) => name === SAMPLE || fileExists(name);
/** @type {typeof getSourceFile} */
host.getSourceFile = (name, target) =>
  name === SAMPLE ? ts.createSourceFile(name, sample, target) : getSourceFile(name, target);
const program = ts.createProgram([join(web, 'app', 'main.js'), SAMPLE], options, host);
const checker = program.getTypeChecker();

/** The expressions between tags, and the words that follow each. @param {ts.TemplateExpression} template */
function children({ head, templateSpans }) {
  let before = head.text;
  return templateSpans.flatMap(({ expression, literal }) => {
    const inTag = before.lastIndexOf('<') > before.lastIndexOf('>');
    before += literal.text;
    return inTag ? [] : [{ expression, after: literal.text.split('<')[0].trim() }];
  });
}

/** The types of which a value can be; of the elements, if it is an array. @param {ts.Type} type @returns {ts.Type[]} */
function kinds(type) {
  if (type.isUnion()) return type.types.flatMap(kinds);
  return checker.isArrayType(type)
    ? checker.getTypeArguments(/** @type {ts.TypeReference} */ (type)).flatMap(kinds)
    : [type];
}

/** A template, or a directive such as guard(). @param {ts.Type} type */
const isTemplate = (type) =>
  type.getProperty('_$litType$') !== undefined || type.symbol?.name === 'DirectiveResult';
/** `nothing`, '' and undefined are nothing. @param {ts.Type} type */
const isNothing = (type) =>
  Boolean(type.flags & (ts.TypeFlags.UniqueESSymbol | ts.TypeFlags.Undefined | ts.TypeFlags.Null)) ||
  (type.isStringLiteral() && type.value === '');

/** Whether an expression always gives the same element. @param {ts.Expression} expression */
function isSpan(expression) {
  if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'span') return false;
  const given = kinds(checker.getTypeAtLocation(expression.arguments[0]));
  return given.every(isTemplate) || !given.some(isTemplate);
}

/** @param {ts.SourceFile} file @returns {string[]} */
function faults(file) {
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const isHtml = ts.isTaggedTemplateExpression(node) && node.tag.getText(file) !== 'str';
    if (isHtml && ts.isTemplateExpression(node.template)) {
      for (const { expression, after } of children(node.template)) {
        const given = kinds(checker.getTypeAtLocation(expression));
        const isText = !given.every((type) => isTemplate(type) || isNothing(type));
        if (!isText && (after === '' || isSpan(expression))) continue;
        const line = file.getLineAndCharacterOfPosition(expression.getStart(file)).line + 1;
        found.push(`${relative(web, file.fileName)}:${line}: \${${expression.getText(file)}}${after}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test('faults of templates under translation are found', () => {
  const found = faults(/** @type {ts.SourceFile} */ (program.getSourceFile(SAMPLE)));
  const names = found.map((fault) => Number(fault.split(':')[1]));
  assert.deepEqual(names, [2, 3, 4, 5, 6, 7], found.join('\n'));
});

test('no template of the page binds a text as a child or has words after a template', () => {
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(web));
  // In translations, numbers stand for the expressions of the sources.
  const made = join(web, 'languages', 'modules');
  const own = files.filter(({ fileName }) => fileName !== SAMPLE && !fileName.startsWith(made));
  assert.ok(own.length > 100, `${own.length} files`);
  assert.deepEqual(own.flatMap(faults), []);
});
