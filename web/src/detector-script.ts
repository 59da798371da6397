// The engine for the classic build: its module and its weights as one script, loaded beside the widget's when they are asked for. It also
// stands inside a page that may load no other file.

import module from 'who-says-detector-wasm';
import weights from 'who-says-weights';

(globalThis as { whoSaysDetector?: { module: string; weights: string } }).whoSaysDetector = { module, weights };
