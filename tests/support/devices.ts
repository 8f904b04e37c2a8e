/** A microphone that hears a steady tone, without asking anybody. Chromium's own track, fed by hand. */
export function microphone(): MediaStreamTrack {
  const { MediaStreamTrackGenerator: Generator } = globalThis as unknown as {
    MediaStreamTrackGenerator: new (options: {
      kind: string;
    }) => MediaStreamTrack & { readonly writable: WritableStream<AudioData> };
  };
  const track = new Generator({ kind: 'audio' });
  const writer = track.writable.getWriter();
  const rate = 48_000;
  let frames = 0;
  const speak = async (): Promise<void> => {
    while (track.readyState === 'live') {
      const data = Float32Array.from({ length: 480 }, (_, i) =>
        Math.sin(((frames + i) * 2 * Math.PI * 440) / rate),
      );
      const timestamp = (frames / rate) * 1_000_000;
      frames += data.length;
      const format = { format: 'f32', sampleRate: rate, numberOfFrames: 480 } as const;
      await writer.write(new AudioData({ ...format, numberOfChannels: 1, timestamp, data }));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  void speak().catch(() => {});
  return track;
}

/** A camera before which a colour changes. */
export function camera(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  const context = canvas.getContext('2d');
  const [track] = canvas.captureStream(20).getVideoTracks();
  if (!context || !track) throw new Error('no canvas');
  let frame = 0;
  const move = (): void => {
    context.fillStyle = `rgb(0 128 ${frame++ % 256})`;
    context.fillRect(0, 0, 64, 48);
    if (track.readyState === 'live') setTimeout(move, 30);
  };
  move();
  return track;
}
