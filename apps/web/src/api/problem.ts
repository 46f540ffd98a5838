/** What the services answer when they refuse: RFC 9457, with our code and the fields concerned. */
export interface ProblemDetails {
  type?: string;
  status: number;
  title: string;
  code?: string;
  reason?: string;
  detail?: string;
  /** A list that was sent names its lines, too. */
  errors?: {
    field: string;
    message: string;
    line?: number;
    column?: string;
    /** Of a refused answer: which rule it broke, and the limit. */
    code?: string;
    limit?: number;
  }[];
}

export type RefusalKind =
  | 'network'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'invalid'
  | 'server';

export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly problem: ProblemDetails | undefined;

  constructor(kind: RefusalKind, problem?: ProblemDetails) {
    super(problem?.detail ?? problem?.title ?? kind);
    this.name = 'Refusal';
    this.kind = kind;
    this.problem = problem;
  }

  get status(): number {
    return this.problem?.status ?? 0;
  }

  get reason(): string | undefined {
    return this.problem?.reason;
  }
}

export function kindOf(status: number): RefusalKind {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'server' : 'invalid';
}

export async function refusalOf(response: Response): Promise<Refusal> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isProblem ? await response.json().catch(() => undefined) : undefined;
  const told = typeof body === 'object' && body !== null ? (body as Partial<ProblemDetails>) : {};
  return new Refusal(kindOf(response.status), {
    ...told,
    status: response.status,
    title: told.title ?? response.statusText,
  });
}
