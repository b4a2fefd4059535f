// The errors of a handler, with their codes, found in the code that it reaches: every `new X()` of a class that
// extends Problem. Codes are part of the API, and a list written by hand would soon be outdated.
import ts from 'typescript';

const LIBS = `${process.cwd()}/libs/`;
const UNKNOWN = '…';

/** @returns `{status, code, detail}` of each error, with "…" for a text that is only known at run time */
export function thrownProblems(method, checker) {
  const found = new Map();
  const seen = new Set();
  const visit = (node) => {
    if (ts.isNewExpression(node)) {
      const problem = problemOf(node, checker);
      if (problem !== null) found.set(`${problem.status} ${problem.code} ${problem.detail}`, problem);
      const pipe = classOf(node.expression, checker)?.members.find(
        (member) => ts.isMethodDeclaration(member) && member.name.getText() === 'transform',
      );
      if (pipe !== undefined) follow(pipe);
    }
    if (ts.isIdentifier(node)) for (const declaration of codeOf(node, checker)) follow(declaration);
    ts.forEachChild(node, visit);
  };
  const follow = (declaration) => {
    if (seen.has(declaration)) return;
    seen.add(declaration);
    visit(declaration);
  };
  follow(method);
  return [...found.values()];
}

/** The functions of this project with a name. */
function codeOf(identifier, checker) {
  const declarations = symbolOf(identifier, checker)?.declarations ?? [];
  return declarations.filter(
    (declaration) =>
      isOurs(declaration) &&
      (ts.isFunctionDeclaration(declaration) ||
        ts.isMethodDeclaration(declaration) ||
        (ts.isVariableDeclaration(declaration) && isFunction(declaration.initializer))),
  );
}

function isFunction(node) {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

function symbolOf(node, checker) {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function classOf(node, checker) {
  const declaration = symbolOf(node, checker)?.valueDeclaration;
  return declaration !== undefined && ts.isClassDeclaration(declaration) && isOurs(declaration)
    ? declaration
    : undefined;
}

function isOurs(declaration) {
  return declaration.getSourceFile().fileName.startsWith(LIBS);
}

/** Follows the arguments of `new X()` through the constructors up to Problem's: status, code, detail. */
function problemOf(created, checker) {
  let values = (created.arguments ?? []).map((argument) => valueOf(argument, new Map(), checker));
  for (
    let declaration = classOf(created.expression, checker);
    declaration !== undefined;
    declaration = baseOf(declaration, checker)
  ) {
    if (declaration.name?.text === 'Problem') {
      const [status, code, detail] = values;
      return { status, code, detail };
    }
    const constructor = declaration.members.find(ts.isConstructorDeclaration);
    const call = constructor === undefined ? undefined : superCall(constructor);
    if (call === undefined) continue;
    const known = new Map(constructor.parameters.map((parameter, index) => [parameter.name.getText(), values[index]]));
    values = call.arguments.map((argument) => valueOf(argument, known, checker));
  }
  return null;
}

function baseOf(declaration, checker) {
  const base = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return base === undefined ? undefined : classOf(base.expression, checker);
}

function superCall(constructor) {
  const calls = constructor.body.statements.filter(ts.isExpressionStatement).map(({ expression }) => expression);
  return calls.find((call) => ts.isCallExpression(call) && call.expression.kind === ts.SyntaxKind.SuperKeyword);
}

function valueOf(node, known, checker) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isTemplateExpression(node)) {
    return (
      node.head.text +
      node.templateSpans.map((span) => valueOf(span.expression, known, checker) + span.literal.text).join('')
    );
  }
  if (ts.isIdentifier(node)) {
    if (known.has(node.text)) return known.get(node.text) ?? UNKNOWN;
    const declaration = symbolOf(node, checker)?.valueDeclaration;
    const isConstant =
      declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined;
    return isConstant && ts.isLiteralExpression(declaration.initializer)
      ? valueOf(declaration.initializer, known, checker)
      : UNKNOWN;
  }
  return UNKNOWN;
}
