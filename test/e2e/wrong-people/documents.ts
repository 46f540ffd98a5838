// The routes of the running services, as their OpenAPI documents tell of them.
const SERVICES = ['identity', 'competency', 'question-bank', 'exam-delivery', 'certificates'];

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

export interface Route {
  /** `GET service/path`. */
  readonly name: string;
  readonly method: string;
  /** From the origin on, with its {parameters}. */
  readonly path: string;
  /** As x-permission says it. */
  readonly permission: readonly string[];
  readonly queries: readonly string[];
  /** Of a JSON body; references are resolved. */
  readonly body: Schema | null;
  readonly isCsv: boolean;
}

interface Operation {
  readonly 'x-permission'?: readonly string[];
  readonly parameters?: readonly { name: string; in: string }[];
  readonly requestBody?: { content: Record<string, { schema?: Schema }> };
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components?: { schemas?: Record<string, Schema> };
}

export async function documentedRoutes(origin: string): Promise<Route[]> {
  const routes = await Promise.all(
    SERVICES.map(async (service) => {
      const answer = await fetch(`${origin}/api/${service}/docs-json`);
      return routesOf((await answer.json()) as Document);
    }),
  );
  return routes.flat();
}

function routesOf({ paths, components }: Document): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const content = operation.requestBody?.content ?? {};
      const schema = content['application/json']?.schema;
      return {
        name: `${method.toUpperCase()} ${path.replace('/api/', '')}`,
        method: method.toUpperCase(),
        path,
        permission: operation['x-permission'] ?? [],
        queries: (operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'query')
          .map(({ name }) => name),
        body: schema === undefined ? null : resolved(schema, components?.schemas ?? {}),
        isCsv: content['text/csv'] !== undefined,
      };
    }),
  );
}

function resolved(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  const found = name === undefined ? schema : (schemas[name] ?? schema);
  const { properties, items } = found;
  return {
    ...found,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, resolved(value, schemas)]),
      ),
    }),
    ...(items && { items: resolved(items, schemas) }),
  };
}
