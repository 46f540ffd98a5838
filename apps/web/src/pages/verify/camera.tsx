import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { readSquare } from './read-square.ts';

/** Looks through the camera until it reads a square; the picture never leaves the browser. */
export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    read.current = onRead;
  });
  useEffect(() => {
    let stream: MediaStream | undefined;
    let stopped = false;
    const look = async () => {
      const element = video.current;
      if (stopped || !element) return;
      const text = await readSquare(element).catch(() => null);
      if (stopped) return;
      if (text !== null) read.current(text);
      else setTimeout(() => void look(), 180);
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const element = video.current;
      if (stopped || !element) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      element.srcObject = stream;
      await element.play();
      await look();
    };
    begin().catch(() => !stopped && setFailed(true));
    return () => {
      stopped = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  if (failed) return <p role="alert">{t('verify.cameraNo')}</p>;
  return (
    <div className="camera">
      <video ref={video} className="camera__picture" muted playsInline />
      <p>{t('verify.cameraHint')}</p>
    </div>
  );
}
