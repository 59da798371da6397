// For pages that frame the panel: each frame becomes as high as it says. Only what comes from the frame's own window and from the host
// that its address names is heeded.

const highest = 4000;

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  const { type, height } = (data ?? {}) as { type?: unknown; height?: unknown };
  if (type !== 'who-says-height' || typeof height !== 'number' || !(height > 0)) return;
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
  if (frame && new URL(frame.src).origin === origin) frame.style.height = `${Math.min(height, highest)}px`;
});

export {};
