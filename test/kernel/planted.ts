/** The page of equations with one error planted, once for every place where one fits. */
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import type { Situation, Week } from '../../src/model/customer.ts';

export interface Mutant {
  /** Statement and change, such as "const s2 = s * s: s * s -> s / s". */
  readonly name: string;
  readonly page: (situation: Situation) => Week;
}

interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
}

/** The files that hold the page. */
export const MUTATED = ['arithmetic.ts', 'choices.ts', 'week.ts'] as const;
/** The equations without their types: errors are planted there. */
const scripts = new Map(['customer.ts', ...MUTATED].map((file) => [file, scriptOf(file)]));

function scriptOf(file: string): string {
  const source = readFileSync(new URL(`../../src/model/${file}`, import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      removeComments: true,
    },
  });
  return outputText;
}

const OPPOSITES: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
  [ts.SyntaxKind.LessThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanToken]: '<=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '<',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
};

/** Every number 1 % larger (0 becomes 1), every operator its opposite, every choice the other way round. */
export function mutants(file: (typeof MUTATED)[number]): Mutant[] {
  return editsOf(file).map((edit) => ({ name: edit.name, page: pageWith(edit) }));
}

function editsOf(file: string): Edit[] {
  const script = ts.createSourceFile(
    file,
    scripts.get(file) ?? '',
    ts.ScriptTarget.ES2022,
    true,
  );
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    for (const [part, text] of replacements(node)) {
      const name = `${file}: ${node.parent.getText()}: ${part.getText()} -> ${text}`;
      edits.push({ file, start: part.getStart(), end: part.getEnd(), text, name });
    }
    ts.forEachChild(node, visit);
  };
  // What the compiler itself adds stands outside of functions.
  script.statements.filter(isEquation).forEach(visit);
  return edits;
}

const isEquation = (statement: ts.Statement): boolean =>
  ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement);

function replacements(node: ts.Node): [ts.Node, string][] {
  if (ts.isNumericLiteral(node)) {
    // (0, module.function)(…) is the compiler's way of calling.
    if (isComma(node.parent)) return [];
    const value = Number(node.text);
    return [[node, value === 0 ? '1' : `${value * 1.01}`]];
  }
  if (ts.isBinaryExpression(node)) {
    const opposite = OPPOSITES[node.operatorToken.kind];
    return opposite === undefined ? [] : [[node.operatorToken, opposite]];
  }
  if (ts.isConditionalExpression(node)) {
    const swapped = `${node.whenFalse.getText()} : ${node.whenTrue.getText()}`;
    return [[node, `${node.condition.getText()} ? ${swapped}`]];
  }
  if (ts.isPrefixUnaryExpression(node)) return [[node, node.operand.getText()]];
  if (!ts.isPropertyAccessExpression(node)) return [];
  if (node.getText() === 'Math.max') return [[node, 'Math.min']];
  return node.getText() === 'Math.min' ? [[node, 'Math.max']] : [];
}

const isComma = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken;

type Module = Record<string, unknown>;

function pageWith({ file, start, end, text }: Edit): Mutant['page'] {
  const loaded = new Map<string, Module>();
  const load = (name: string): Module => {
    const known = loaded.get(name);
    if (known) return known;
    const whole = scripts.get(name) ?? '';
    const script = name === file ? whole.slice(0, start) + text + whole.slice(end) : whole;
    const exports: Module = {};
    loaded.set(name, exports);
    const run = runInThisContext(`(require, exports) => {${script}\n}`) as Evaluated;
    run((path) => load(path.replace('./', '')), exports);
    return exports;
  };
  return load('week.ts').week as Mutant['page'];
}

type Evaluated = (require: (path: string) => Module, exports: Module) => void;
