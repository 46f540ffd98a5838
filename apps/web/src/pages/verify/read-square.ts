interface Detector {
  detect: (source: CanvasImageSource) => Promise<{ rawValue: string }[]>;
}

declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

const canvas = document.createElement('canvas');
const widest = 800;

/** By the browser's own reader where it has one, else by jsQR, which is loaded only then. */
export async function readSquare(video: HTMLVideoElement): Promise<string | null> {
  if (video.videoWidth === 0) return null;
  if (window.BarcodeDetector) {
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    const found = await detector.detect(video).catch(() => []);
    if (found[0]) return found[0].rawValue;
  }
  const scale = Math.min(1, widest / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsQR } = await import('jsqr');
  return jsQR(data, width, height)?.data ?? null;
}
