import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FILE = fileURLToPath(new URL('records.ts', import.meta.url));

/** No DOM and nothing newer than ES5: records are plain JSON, and reading the types takes a third of the time. */
const options = { strict: true, noEmit: true, lib: ['lib.es5.d.ts'], types: [], skipLibCheck: true };

const typeNameOf = (value) => (value === null ? 'null' : typeof value);
/** By the alphabet, null last: the compiler's own order is that in which it met them. */
const inOrder = (a, b) => (a === null) - (b === null) || (a < b ? -1 : 1);

/** `true` and `false` are two types to the compiler, and every value of a union is one more. */
const enumOf = (values) => {
  values.sort(inOrder);
  const types = [...new Set(values.map(typeNameOf))];
  if (values.length === 1 && types[0] !== 'null') return { const: values[0] };
  if (types.length === 1 && (types[0] === 'null' || (types[0] === 'boolean' && values.length === 2)))
    return { type: types[0] };
  return { type: types.length === 1 ? types[0] : types, enum: values };
};

/** What has a schema of its own beside a list of values: `type` of several as one, else any of them. */
const anyOf = (schemas) => {
  if (schemas.length === 1) return schemas[0];
  const isBare = schemas.every((schema) => Object.keys(schema).length === 1 && typeof schema.type === 'string');
  return isBare ? { type: schemas.map(({ type }) => type) } : { anyOf: schemas };
};

/**
 * The JSON Schema (2020-12) of all that Waver tells, from the types in `src/types.ts`: fields as they are declared there,
 * their comments as descriptions. Objects are closed: what no type names is refused. A type that has no place in JSON
 * stops the build.
 */
export const recordSchema = () => {
  const program = ts.createProgram([FILE], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(FILE);
  const [wrong] = program.getSemanticDiagnostics(source);
  if (wrong) throw new Error(`${FILE}: ${ts.flattenDiagnosticMessageText(wrong.messageText, ' ')}`);

  const wordsOf = (symbol) =>
    ts
      .displayPartsToString(symbol?.getDocumentationComment(checker) ?? [])
      .replace(/\s+/g, ' ')
      .trim();
  /** What stands at a field, else at the type it names. */
  const describe = (symbol) => {
    const named = (node) =>
      node && ts.isUnionTypeNode(node)
        ? node.types.map(named).find(Boolean)
        : node && ts.isTypeReferenceNode(node) && !/lib\.\w+\.d\.ts$/.test(declarationOf(node)?.fileName)
          ? wordsOf(checker.getSymbolAtLocation(node.typeName))
          : '';
    const declarationOf = (node) => checker.getSymbolAtLocation(node.typeName)?.declarations?.[0].getSourceFile();
    const description = wordsOf(symbol) || named(symbol.declarations?.[0]?.type);
    return description ? { description } : {};
  };

  const objectOf = (type, path) => {
    const fields = checker.getPropertiesOfType(type);
    const others = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = Object.fromEntries(
      fields.map((field) => {
        const { description, ...rest } = { ...schemaOf(checker.getTypeOfSymbol(field), `${path}.${field.name}`) };
        return [field.name, { ...rest, ...describe(field) }];
      }),
    );
    const required = fields.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: 'object',
      ...(fields.length && { properties }),
      ...(required.length && { required }),
      additionalProperties: others ? schemaOf(others.type, `${path}.*`) : false,
    };
  };

  const schemaOf = (type, path) => {
    const { flags } = type;
    const parts = type.isUnion() ? type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)) : [type];
    const literalOf = (part) =>
      part.isLiteral()
        ? part.value
        : part.flags & ts.TypeFlags.Null
          ? null
          : part.flags & ts.TypeFlags.BooleanLiteral
            ? checker.typeToString(part) === 'true'
            : undefined;
    const values = parts.map(literalOf).filter((value) => value !== undefined);
    const rest = parts.filter((part) => literalOf(part) === undefined);
    if (values.length || rest.length > 1)
      return anyOf([...rest.map((part) => schemaOf(part, path)), ...(values.length ? [enumOf(values)] : [])]);
    const [only] = rest;
    if (only !== type) return schemaOf(only, path);
    if (flags & ts.TypeFlags.String) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    const [items] = checker.isArrayType(type) ? checker.getTypeArguments(type) : [];
    if (items) return { type: 'array', items: schemaOf(items, `${path}[]`) };
    if (!(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || type.getCallSignatures().length)
      throw new Error(`${path}: ${checker.typeToString(type)} has no place in JSON`);
    return objectOf(type, path);
  };

  const typeOf = (name) => {
    const node = source.statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === name);
    return { type: checker.getTypeAtLocation(node), description: wordsOf(checker.getSymbolAtLocation(node.name)) };
  };
  const told = typeOf('Told').type.types.map((type) => schemaOf(type, 'record'));
  const names = [...new Set(told.map(({ properties }) => properties.type.const))];
  const whole = names.map((name) => {
    const of = told.filter(({ properties }) => properties.type.const === name);
    return [name, of.length === 1 ? of[0] : { oneOf: of }];
  });
  const sent = typeOf('SentScore');
  const $defs = Object.fromEntries([
    ...whole,
    ['sent-score', { description: sent.description, ...schemaOf(sent.type, 'sent-score') }],
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:waver:record:1',
    title: 'A record of Waver',
    description: 'What `waver.on`, the events on `window` and the webhook tell, one type each.',
    oneOf: Object.keys($defs).map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs,
  };
};
