// Threat: an address that runs script or fetches by another scheme when the content is shown.
const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;
const IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/iu;

/** Relative and http(s) addresses; mail for links; picture data only where a picture is shown. */
export function isSafeUrl(url: string, use: 'link' | 'image' | 'media'): boolean {
  // Browsers drop tabs and line ends inside a scheme ("java\nscript:").
  const compact = [...url].filter((char) => char.charCodeAt(0) > 0x20).join('');
  if (compact.startsWith('//')) return true;
  const [scheme] = SCHEME.exec(compact) ?? [];
  if (scheme === undefined) return true;
  if (/^https?:$/iu.test(scheme)) return true;
  if (use === 'link') return /^(?:mailto|tel):$/iu.test(scheme);
  return use === 'image' && IMAGE_DATA.test(compact);
}
