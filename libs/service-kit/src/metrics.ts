import { collectDefaultMetrics, Histogram, register } from 'prom-client';

const requests = new Histogram({
  name: 'http_request_seconds',
  help: 'Time to answer an HTTP request, by route pattern, method and status.',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

let collecting = false;

export function beginMetrics(service: string): void {
  if (collecting) return;
  collecting = true;
  register.setDefaultLabels({ service });
  collectDefaultMetrics();
}

/** `route` is the pattern, never the address itself: an id or a search word is not a label. */
export function observeRequest(
  route: string,
  method: string,
  status: number,
  seconds: number,
): void {
  requests.observe({ route, method, status: String(status) }, seconds);
}

export const metricsText = (): Promise<string> => register.metrics();
