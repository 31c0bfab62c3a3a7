import ts from 'typescript';

export interface ImportedModule {
  /** As written, or undefined where it is computed and cannot be read. */
  readonly specifier: string | undefined;
  readonly typeOnly: boolean;
  readonly reExport: 'named' | 'star' | undefined;
  readonly line: number;
}

export interface ReadModule {
  readonly imports: readonly ImportedModule[];
  /** Lines on which process.env is read. */
  readonly environmentReads: readonly number[];
  /** Whether the file holds nothing but re-exports. */
  readonly isBarrel: boolean;
}

/** Every module that a source names: import, export from, import(), require(), import type, import x = require(). */
export function readImports(path: string, text: string): ReadModule {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: ImportedModule[] = [];
  const environmentReads: number[] = [];
  const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const literal = (node: ts.Node | undefined): string | undefined =>
    node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const specifier = literal(node.moduleSpecifier);
      imports.push({ specifier, typeOnly: isTypeImport(node), reExport: undefined, line: lineOf(node) });
      if (/^(?:node:)?process$/u.test(specifier ?? '') && importsName(node, 'env')) environmentReads.push(lineOf(node));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      const reExport = node.exportClause !== undefined && ts.isNamedExports(node.exportClause) ? 'named' : 'star';
      const typeOnly = node.isTypeOnly;
      imports.push({ specifier: literal(node.moduleSpecifier), typeOnly, reExport, line: lineOf(node) });
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      const specifier = literal(node.moduleReference.expression);
      imports.push({ specifier, typeOnly: node.isTypeOnly, reExport: undefined, line: lineOf(node) });
    } else if (ts.isImportTypeNode(node)) {
      const specifier = ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
      imports.push({ specifier, typeOnly: true, reExport: undefined, line: lineOf(node) });
    } else if (ts.isCallExpression(node) && isModuleCall(node.expression)) {
      imports.push({
        specifier: literal(node.arguments[0]),
        typeOnly: false,
        reExport: undefined,
        line: lineOf(node),
      });
    } else if (isEnvironmentRead(node)) {
      environmentReads.push(lineOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);

  const isBarrel = source.statements.length > 0 && source.statements.every((statement) => isReExport(statement));
  return { imports, environmentReads, isBarrel };
}

function isTypeImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function importsName(node: ts.ImportDeclaration, name: string): boolean {
  const bindings = node.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.some((element) => (element.propertyName ?? element.name).text === name);
}

/** `import(...)`, `require(...)`, `require.resolve(...)`. */
function isModuleCall(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'resolve') return isRequire(callee.expression);
  return isRequire(callee);
}

function isRequire(expression: ts.Expression): boolean {
  return ts.isIdentifier(expression) && expression.text === 'require';
}

/** `process.env` and `process['env']`, also below globalThis. */
function isEnvironmentRead(node: ts.Node): boolean {
  const isProcess = (expression: ts.Expression): boolean =>
    (ts.isIdentifier(expression) && expression.text === 'process') ||
    (ts.isPropertyAccessExpression(expression) && expression.name.text === 'process');
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'env' && isProcess(node.expression);
  if (!ts.isElementAccessExpression(node)) return false;
  return (
    ts.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === 'env' &&
    isProcess(node.expression)
  );
}

function isReExport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}
