// Draws the core's vertex lists with WebGL. One context for all widgets of a page: each frame is drawn into a shared canvas and copied
// into the widget's own, so browsers' limits on contexts are no concern and a lost context costs one frame.

const vertexShader = `attribute vec2 p;attribute vec2 t;attribute vec4 c;uniform vec2 s;varying vec2 u;varying vec4 k;
void main(){u=t;k=c;gl_Position=vec4(p.x*s.x-1.,1.-p.y*s.y,0,1);}`;
const fragmentShader = `precision mediump float;varying vec2 u;varying vec4 k;uniform sampler2D a;
void main(){float v=k.a*texture2D(a,u).a;gl_FragColor=vec4(k.rgb*v,v);}`;

interface Shared {
  canvas: HTMLCanvasElement;
  gl: WebGLRenderingContext;
  size: WebGLUniformLocation;
  vertices: WebGLBuffer;
  indices: WebGLBuffer;
  lost: boolean;
  users: Set<WebGLPainter>;
}
let shared: Shared | undefined | null;

function open(): Shared | null {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl', { antialias: false, depth: false, premultipliedAlpha: true, preserveDrawingBuffer: true, failIfMajorPerformanceCaveat: true });
  if (!gl) return null;
  // A processor that only pretends to be a graphics card is slower than the core's own renderer.
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  if (/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name)) {
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return null;
  }
  const out: Shared = { canvas, gl, size: {} as WebGLUniformLocation, vertices: gl.createBuffer()!, indices: gl.createBuffer()!, lost: false, users: new Set() };
  setUp(out);
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    out.lost = true;
  });
  canvas.addEventListener('webglcontextrestored', () => {
    out.lost = false;
    out.vertices = gl.createBuffer()!;
    out.indices = gl.createBuffer()!;
    setUp(out);
    for (const user of out.users) user.restore();
  });
  return out;
}

function setUp(s: Shared): void {
  const { gl } = s;
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
  /** Copies of the atlas parts, to bring a lost context back. */
  private readonly copies = new Map<number, { width: number; height: number; alpha: Uint8Array }>();

  private constructor(
    private readonly s: Shared,
    private readonly redraw: () => void,
  ) {
    s.users.add(this);
  }

  /** Undefined where there is no graphics card. */
  static open(redraw: () => void): WebGLPainter | undefined {
    if (shared === undefined) shared = open();
    return shared ? new WebGLPainter(shared, redraw) : undefined;
  }

  texture(id: number, width: number, height: number, x: number, y: number, w: number, h: number, alpha: Uint8Array): void {
    const whole = x === 0 && y === 0 && w === width && h === height;
    let copy = this.copies.get(id);
    if (!copy || whole) this.copies.set(id, (copy = { width, height, alpha: new Uint8Array(width * height) }));
    for (let row = 0; row < h; row++) copy.alpha.set(alpha.subarray(row * w, (row + 1) * w), (y + row) * width + x);
    this.upload(id, width, height, x, y, w, h, alpha, whole);
  }

  drop(id: number): void {
    const texture = this.textures.get(id);
    if (texture) this.s.gl.deleteTexture(texture);
    this.textures.delete(id);
    this.copies.delete(id);
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

  /** Copies the frame; false when the context is lost. */
  show(context: CanvasRenderingContext2D, width: number, height: number): boolean {
    if (this.s.lost || this.s.gl.isContextLost()) return false;
    context.clearRect(0, 0, width, height);
    context.drawImage(this.s.canvas, 0, 0, width, height, 0, 0, width, height);
    return true;
  }

  restore(): void {
    this.textures.clear();
    for (const [id, copy] of this.copies) this.upload(id, copy.width, copy.height, 0, 0, copy.width, copy.height, copy.alpha, true);
    this.redraw();
  }

  dispose(): void {
    for (const id of [...this.textures.keys()]) this.drop(id);
    this.s.users.delete(this);
    if (this.s.users.size > 0) return;
    this.s.gl.getExtension('WEBGL_lose_context')?.loseContext();
    shared = undefined;
  }

  private upload(id: number, width: number, height: number, x: number, y: number, w: number, h: number, alpha: Uint8Array, whole: boolean): void {
    const { gl } = this.s;
    let texture = this.textures.get(id);
    if (!texture) this.textures.set(id, (texture = gl.createTexture()!));
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    if (whole) {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.ALPHA, width, height, 0, gl.ALPHA, gl.UNSIGNED_BYTE, alpha);
      for (const parameter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, parameter, gl.NEAREST);
      for (const parameter of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, parameter, gl.CLAMP_TO_EDGE);
    } else {
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, w, h, gl.ALPHA, gl.UNSIGNED_BYTE, alpha);
    }
  }
}
