import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CurrentProvider } from './current-provider.ts';
import { mountProvider } from './mount.ts';

@Injectable()
export class ProviderMount implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly current: CurrentProvider,
  ) {}

  onModuleInit(): void {
    mountProvider(this.host.httpAdapter.getInstance(), this.current);
  }
}
