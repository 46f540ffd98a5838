// What a library offers, it explains: the clause or the source, shapes, units, errors.
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const INDEXES = ['credentials', 'psychometrics', 'qti', 'transparency-log'].map(
  (name) => `libs/${name}/src/index.ts`,
);

/** 'index.ts: name' of each exported function and class without a doc comment. */
function unexplained(indexes: readonly string[]): string[] {
  const program = ts.createProgram(indexes, {
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return indexes.flatMap((index) => {
    const source = program.getSourceFile(index);
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${index} exports nothing`);
    return checker
      .getExportsOfModule(module)
      .map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one))
      .filter((one) => isFunction(one, checker) || (one.flags & ts.SymbolFlags.Class) !== 0)
      .filter((one) => one.getDocumentationComment(checker).length === 0)
      .map(({ name }) => `${index}: ${name}`);
  });
}

function isFunction(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
  return isValue && checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
}

describe('the public functions and classes of the libraries', () => {
  it('each have a doc comment', () => {
    expect(unexplained(INDEXES)).toEqual([]);
  });
});
