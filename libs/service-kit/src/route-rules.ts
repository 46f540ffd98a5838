// A route that says neither who may call it nor that it is public stops the service at boot.
import type { INestApplication } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE } from './caller.ts';

export function assertEveryRouteHasARule(app: INestApplication): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const open: string[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = (prototype as Record<string, unknown>)[name];
      if (typeof handler !== 'function') continue;
      if (!Reflect.hasMetadata(PATH_METADATA, handler)) continue;
      const rule = reflector.getAllAndOverride<unknown>(ACCESS_RULE, [handler, metatype as never]);
      if (rule === undefined) open.push(`${metatype.name}.${name}`);
    }
  }
  if (open.length > 0) {
    throw new Error(`These routes say nothing about who may call them: ${open.join(', ')}.`);
  }
}
