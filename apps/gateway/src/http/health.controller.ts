import { Controller, Get, Inject } from '@nestjs/common';
import { CONFIG } from '../config.ts';
import type { GatewayConfig } from '../config.ts';
import { isBuilt } from '../pages/mount-pages.ts';

@Controller('api/gateway/health')
export class HealthController {
  constructor(@Inject(CONFIG) private readonly config: GatewayConfig) {}

  @Get('live')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** The gateway is ready alone: a service that is away is that service's affair. */
  @Get('ready')
  ready(): { ready: boolean; checks: Record<string, string> } {
    return { ready: true, checks: { web: isBuilt(this.config.webFolder) ? 'ok' : 'not built' } };
  }
}
