// Facts from the sources that neither Nest nor the plugin of @nestjs/swagger provides: comments of classes, unions of
// numbers, maps of name → class, and the errors of a handler.
import ts from 'typescript';
import { thrownProblems } from './thrown-problems.js';

const LIBS = `${process.cwd()}/libs/`;

/** @returns by class name: `models` {comment, properties} and `controllers` {lib, file, handlers} */
export function readSources(program) {
  const checker = program.getTypeChecker();
  const models = new Map();
  const controllers = new Map();
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(LIBS)) continue;
    for (const node of file.statements) {
      if (!ts.isClassDeclaration(node) || node.name === undefined) continue;
      const name = node.name.text;
      if (file.fileName.endsWith('.controller.ts') && name.endsWith('Controller'))
        controllers.set(name, controllerFacts(node, file, checker));
      // Two models with the same name would share a schema: detected where it is used.
      else models.set(name, { ...modelFacts(node, checker), isAmbiguous: models.has(name) });
    }
  }
  return { models, controllers };
}

function controllerFacts(node, file, checker) {
  const path = file.fileName.slice(LIBS.length);
  const handlers = node.members
    .filter(ts.isMethodDeclaration)
    .map((method) => [
      method.name.getText(),
      { problems: thrownProblems(method, checker), idPrefix: idPrefix(method) },
    ]);
  return { lib: path.split('/')[0], path, handlers: new Map(handlers) };
}

/** The prefix of a path's `:id`, from `@IdParam('need', …)`; null if it has none. */
function idPrefix(method) {
  const calls = method.parameters
    .flatMap((parameter) => ts.getDecorators(parameter) ?? [])
    .map(({ expression }) => expression);
  const call = calls.find(
    (expression) => ts.isCallExpression(expression) && expression.expression.getText() === 'IdParam',
  );
  return call?.arguments[0] !== undefined && ts.isStringLiteralLike(call.arguments[0]) ? call.arguments[0].text : null;
}

function modelFacts(node, checker) {
  const properties = node.members
    .filter(ts.isPropertyDeclaration)
    .map((property) => [property.name.getText(), propertyFacts(property, checker)]);
  return { comment: commentOf(node), properties: new Map(properties) };
}

function propertyFacts(property, checker) {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(property));
  const valueType = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  const valueClass = valueType?.symbol?.valueDeclaration;
  return {
    comment: commentOf(property),
    numbers:
      type.isUnion() && type.types.every((member) => member.isNumberLiteral())
        ? type.types.map(({ value }) => value).toSorted((a, b) => a - b)
        : null,
    isDayOrTime: property.type !== undefined && /\bDateText\b/.test(property.type.getText()),
    textOr: textOr(type),
    mapOf: valueClass !== undefined && ts.isClassDeclaration(valueClass) ? valueClass.name.text : null,
  };
}

/** The fields of the class in a union of text and a class of texts: `string | PassageSourceView | null`. */
function textOr(type) {
  if (!type.isUnion() || !type.types.some((member) => member.flags & ts.TypeFlags.String)) return null;
  const found = type.types
    .map((member) => member.symbol?.valueDeclaration)
    .find((node) => node && ts.isClassDeclaration(node));
  return (
    found?.members.filter(ts.isPropertyDeclaration).map((field) => ({
      name: field.name.getText(),
      isOptional: field.questionToken !== undefined,
      comment: commentOf(field),
    })) ?? null
  );
}

function commentOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  return comment === undefined
    ? null
    : ts
        .getTextOfJSDocComment(comment)
        .replaceAll(/\{@link (\w+)\}/g, '`$1`')
        .replaceAll(/\s+/g, ' ');
}
