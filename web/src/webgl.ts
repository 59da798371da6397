// Draws the core's vertex lists with WebGL. One context for all widgets of a page: each frame is drawn into a shared canvas and copied
// into the widget's own. So browsers' limits on contexts are no concern, and a lost one leaves the last frame where it is.

const vertexShader = `attribute vec2 p;attribute vec2 t;attribute vec4 c;uniform vec2 s;varying vec2 u;varying vec4 k;
void main(){u=t;k=c;gl_Position=vec4(p.x*s.x-1.,1.-p.y*s.y,0,1);}`;
/** A texel that is black (as all of a texture with coverage alone) or white is in the ink of its vertices; any other has its own colour. */
const fragmentShader = `precision mediump float;varying vec2 u;varying vec4 k;uniform sampler2D a;
void main(){vec4 x=texture2D(a,u);float s=x.r+x.g+x.b,v=k.a*x.a;gl_FragColor=vec4((s>0.&&s<3.?x.rgb:k.rgb)*v,v);}`;

interface Shared {
  canvas: HTMLCanvasElement;
  gl: WebGLRenderingContext;
  kind: 'webgl2' | 'webgl';
  size: WebGLUniformLocation;
  vertices: WebGLBuffer;
  indices: WebGLBuffer;
  lost: boolean;
  users: Set<WebGLPainter>;
}
/** Undefined = nobody has asked yet; null = the page has none. */
let shared: Shared | undefined | null;
let losses = 0;
/** Milliseconds that a lost context may take to come back. */
const patience = 1000;

export interface PainterEvents {
  /** The context is back, without textures. */
  renewed(): void;
  /** There will be none again. */
  gone(): void;
}

function context(canvas: HTMLCanvasElement): Pick<Shared, 'gl' | 'kind'> | undefined {
  // What is new in WebGL 2 is not needed; but browsers that have it test it best.
  for (const kind of ['webgl2', 'webgl'] as const) {
    const gl = canvas.getContext(kind, { antialias: false, depth: false, premultipliedAlpha: true, preserveDrawingBuffer: true, failIfMajorPerformanceCaveat: true }) as WebGLRenderingContext | null;
    if (!gl) continue;
    // A processor that only pretends to be a graphics card is slower than the core's own renderer.
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    if (!/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name)) return { gl, kind };
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return undefined;
  }
  return undefined;
}

function open(): Shared | null {
  const canvas = document.createElement('canvas');
  const found = context(canvas);
  if (!found) return null;
  const out: Shared = { ...found, canvas, size: {} as WebGLUniformLocation, vertices: {} as WebGLBuffer, indices: {} as WebGLBuffer, lost: false, users: new Set() };
  setUp(out);
  let waiting: ReturnType<typeof setTimeout>;
  const giveUp = (): void => {
    if (shared === out) shared = null;
    for (const user of [...out.users]) user.events.gone();
  };
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    out.lost = true;
    if (shared !== out) return; // given back
    if (++losses > 1) giveUp();
    else waiting = setTimeout(giveUp, patience);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(waiting);
    out.lost = false;
    setUp(out);
    for (const user of out.users) user.renew();
  });
  return out;
}

function setUp(s: Shared): void {
  const { gl } = s;
  s.vertices = gl.createBuffer()!;
  s.indices = gl.createBuffer()!;
  const program = gl.createProgram()!;
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  ['p', 't', 'c'].forEach((name, i) => gl.bindAttribLocation(program, i, name));
  gl.linkProgram(program);
  gl.useProgram(program);
  s.size = gl.getUniformLocation(program, 's')!;
  for (const i of [0, 1, 2]) gl.enableVertexAttribArray(i);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.enable(gl.SCISSOR_TEST);
}

export class WebGLPainter {
  private readonly textures = new Map<number, WebGLTexture>();

  private constructor(
    private readonly s: Shared,
    readonly events: PainterEvents,
  ) {
    s.users.add(this);
  }

  /** Undefined where there is no graphics card. */
  static open(events: PainterEvents): WebGLPainter | undefined {
    if (shared === undefined) shared = open();
    return shared ? new WebGLPainter(shared, events) : undefined;
  }

  get kind(): 'webgl2' | 'webgl' {
    return this.s.kind;
  }
  get lost(): boolean {
    return this.s.lost || this.s.gl.isContextLost();
  }

  texture(id: number, width: number, height: number, x: number, y: number, w: number, h: number, pixelBytes: number, pixels: Uint8Array): void {
    const { gl } = this.s;
    const format = pixelBytes > 1 ? gl.RGBA : gl.ALPHA;
    const whole = x === 0 && y === 0 && w === width && h === height;
    let texture = this.textures.get(id);
    if (!texture) this.textures.set(id, (texture = gl.createTexture()!));
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    if (whole) {
      gl.texImage2D(gl.TEXTURE_2D, 0, format, width, height, 0, format, gl.UNSIGNED_BYTE, pixels);
      for (const parameter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, parameter, gl.NEAREST);
      for (const parameter of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, parameter, gl.CLAMP_TO_EDGE);
    } else {
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, w, h, format, gl.UNSIGNED_BYTE, pixels);
    }
  }

  drop(id: number): void {
    const texture = this.textures.get(id);
    if (texture) this.s.gl.deleteTexture(texture);
    this.textures.delete(id);
  }

  begin(width: number, height: number): void {
    const { canvas, gl } = this.s;
    if (canvas.width < width) canvas.width = width;
    if (canvas.height < height) canvas.height = height;
    gl.viewport(0, canvas.height - height, width, height);
    gl.scissor(0, canvas.height - height, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.s.size, 2 / width, 2 / height);
  }

  paint(_width: number, _height: number, vertices: Uint8Array, indices: Uint8Array, commands: Int32Array): void {
    const { gl, canvas } = this.s;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.s.vertices);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.s.indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, 16);
    for (let i = 0; i + 6 < commands.length; i += 7) {
      const [x, y, w, h, texture, count, offset] = commands.subarray(i, i + 7) as unknown as [number, number, number, number, number, number, number];
      gl.scissor(x, canvas.height - y - h, w, h);
      gl.bindTexture(gl.TEXTURE_2D, this.textures.get(texture) ?? null);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, offset * 2);
    }
  }

  /** Copies the frame. */
  show(context: CanvasRenderingContext2D, width: number, height: number): void {
    if (this.lost) return; // the last one stays
    context.clearRect(0, 0, width, height);
    context.drawImage(this.s.canvas, 0, 0, width, height, 0, 0, width, height);
  }

  renew(): void {
    this.textures.clear();
    this.events.renewed();
  }

  dispose(): void {
    for (const id of [...this.textures.keys()]) this.drop(id);
    this.s.users.delete(this);
    if (this.s.users.size > 0 || shared !== this.s) return;
    shared = undefined;
    this.s.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}
