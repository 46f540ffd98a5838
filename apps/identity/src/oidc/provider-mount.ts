import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import Provider from 'oidc-provider';
import { mountProvider } from './mount.ts';

@Injectable()
export class ProviderMount implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly provider: Provider,
  ) {}

  onModuleInit(): void {
    mountProvider(this.host.httpAdapter.getInstance(), this.provider);
  }
}
