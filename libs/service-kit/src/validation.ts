import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Problem, type FieldError } from './problem.ts';
import { unreadable } from './unreadable.ts';

/** Before anything is made of a request, what no service can keep or walk through is refused. */
class RequestPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const errors = metadata.type === 'custom' ? [] : unreadable(value, metadata.data ?? '');
    if (errors.length > 0) throw new Problem('invalid', { detail: UNREADABLE, errors });
    return super.transform(value, metadata);
  }
}

const UNREADABLE = 'Some texts hold what cannot be kept, or lie too deep.';

/** Unknown members are refused, not dropped: a misspelt name must not be lost in silence. */
export function validationPipe(): ValidationPipe {
  return new RequestPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new Problem('invalid', {
        detail: 'Some fields are missing or wrong.',
        errors: errors.flatMap((error) => fieldErrors(error, '')),
      }),
  });
}

function fieldErrors(error: ValidationError, above: string): FieldError[] {
  const field = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    field,
    message,
    code,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
